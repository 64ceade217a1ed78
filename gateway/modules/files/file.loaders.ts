import DataLoader from 'dataloader';
import type { FilePurpose } from '../../../schema/files.ts';
import type { Attachment } from './file.entity.ts';
import { subjectOf } from './file.rules.ts';
import type { FileService } from './file.service.ts';

interface Subject {
  purpose: FilePurpose;
  subjectId: string;
}

const keyOf = ({ purpose, subjectId }: Subject) => subjectOf(purpose, subjectId);

/** The files of each thing, one query for a whole page. Whoever loads them has checked the right to. */
export const fileLoaders = ({ files }: { files: FileService }) => ({
  filesOf: new DataLoader<Subject, Attachment[], string>(
    async (subjects) => {
      const keys = subjects.map(keyOf);
      const rows = await files.ofSubjects(keys);
      return keys.map((key) => rows.filter(({ subject }) => subject === key));
    },
    { cacheKeyFn: keyOf },
  ),
});
