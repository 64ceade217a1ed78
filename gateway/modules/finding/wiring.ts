import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { SearchService } from '../catalogue/search.service.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { SavedSearchService } from './saved.service.ts';
import { SearchUpkeepService } from './upkeep.service.ts';
import { WatchService } from './watch.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  search: SearchService;
  notices: NoticeService;
}

/** Searches that people keep, and who is told of their answers. */
export const createFinding = ({ clock, newId, search, notices }: Deps) => ({
  savedSearches: new SavedSearchService({ clock, newId, search }),
  searchWords: new SearchUpkeepService(),
  watch: new WatchService({ clock, search, notices }),
});
