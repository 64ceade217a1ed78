import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { CapabilityService } from '../catalogue/capability.service.ts';
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
  capabilities: CapabilityService;
}

/** Searches that people keep, and who is told of their answers. */
export const createFinding = ({ clock, newId, search, notices, capabilities }: Deps) => ({
  savedSearches: new SavedSearchService({ clock, newId, search }),
  searchWords: new SearchUpkeepService({ capabilities }),
  watch: new WatchService({ clock, search, notices }),
});
