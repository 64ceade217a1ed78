import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Storage } from '../../platform/storage.ts';
import { Checker } from './check/checker.ts';
import { DownloadService } from './download.service.ts';
import type { Doors } from './file.rules.ts';
import { FileService } from './file.service.ts';
import { UploadService } from './upload.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  storage: Storage;
  doors: Doors;
}

/** The services of files, in the order in which they stand on each other. */
export function createFiles({ clock, newId, storage, doors }: Deps) {
  const files = new FileService({ clock, storage, doors });
  return {
    files,
    uploads: new UploadService({ clock, newId, doors, files, checker: new Checker() }),
    downloads: new DownloadService({ clock, newId, files }),
  };
}
