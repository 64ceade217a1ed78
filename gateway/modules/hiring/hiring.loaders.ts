import DataLoader from 'dataloader';
import type { StandingShare, WeekService } from './week.service.ts';

/** The shares of jobs, two queries for a whole page. */
export const hiringLoaders = ({ weeks }: { weeks: WeekService }) => ({
  sharesOf: new DataLoader<string, StandingShare[]>(async (ids) => {
    const found = await weeks.sharesOfEach(ids);
    return ids.map((id) => found.get(id) ?? []);
  }),
});
