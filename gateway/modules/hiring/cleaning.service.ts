import { standingApplications } from '../../../schema/jobs.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { FileDownloadRecord } from '../files/file.entity.ts';
import type { FileService } from '../files/file.service.ts';
import { system } from '../identity/viewer.ts';
import { ListingRecord } from '../sharing/listing.entity.ts';
import { type Application, ApplicationRecord } from './application.entity.ts';
import type { HiringFollower } from './follow.service.ts';

interface Deps {
  clock: Clock;
  files: FileService;
  hiring: HiringFollower;
}

const PER_TURN = 100;

/** Deletes applications whose time is over: whoever still waits is told, then the CV goes, who read it, and the application. */
export class ApplicationCleaning {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** How many went in this turn. Stopped half-way, the next turn takes up what is left. */
  async run(): Promise<number> {
    const { clock, files } = this.#deps;
    const over = await ApplicationRecord.find({ deleteAt: { $lte: clock() } })
      .sort({ deleteAt: 1 })
      .limit(PER_TURN)
      .lean();
    for (const application of over) {
      const { _id } = application;
      await this.#answer(application);
      for (const file of await files.of('cv', _id)) {
        await files.remove(system, file._id);
        await FileDownloadRecord.deleteMany({ subject: file.subject });
      }
      await ApplicationRecord.deleteOne({ _id, deleteAt: { $lte: clock() } });
    }
    return over.length;
  }

  /** Whoever nobody answered in all that time hears that it is over. Once, also where a turn stopped half-way. */
  async #answer({ _id, listingId, personId, revision }: Application): Promise<void> {
    await transaction(async () => {
      const line = { at: this.#deps.clock(), move: 'decline' as const, by: 'system' as const };
      const { modifiedCount } = await ApplicationRecord.updateOne(
        { _id, revision, status: { $in: [...standingApplications] } },
        { $set: { status: 'declined' }, $push: { history: line }, $inc: { revision: 1 } },
      );
      const listing = modifiedCount > 0 && (await ListingRecord.findById(listingId).lean());
      if (listing) await this.#deps.hiring.tell(listing, 'jobs.expired', [{ scope: 'person', id: personId }]);
    });
  }
}
