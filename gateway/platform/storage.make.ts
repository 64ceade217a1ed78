import type { Config } from './config.ts';
import { GridFsStorage } from './storage.gridfs.ts';
import { s3Options, S3Storage } from './storage.s3.ts';
import type { Storage } from './storage.ts';

/** Where this installation keeps files: the service that `STORAGE_URL` names, else the database itself. */
export function createStorage({
  STORAGE_URL,
  STORAGE_KEY = '',
  STORAGE_SECRET = '',
}: Pick<Config, 'STORAGE_URL' | 'STORAGE_KEY' | 'STORAGE_SECRET'>): Storage {
  if (!STORAGE_URL) return new GridFsStorage();
  return new S3Storage(s3Options(STORAGE_URL, { accessKeyId: STORAGE_KEY, secretAccessKey: STORAGE_SECRET }));
}
