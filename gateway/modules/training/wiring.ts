import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import type { PeopleService } from '../identity/people.service.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { AccreditationService } from './accreditation.service.ts';
import { CertifyingService } from './certifying.service.ts';
import { SkillDemandService } from './demand.service.ts';
import { SessionMachinesService } from './machines.service.ts';
import { PolicyService } from './policy.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  people: PeopleService;
  notices: NoticeService;
  calendar: CalendarService;
}

/** The services of accreditations and training, in the order in which they stand on each other. */
export function createTraining({ clock, newId, people, notices, calendar }: Deps) {
  const trainingPolicies = new PolicyService();
  const accreditations = new AccreditationService({ clock, newId, people, notices, policies: trainingPolicies });
  return {
    trainingPolicies,
    accreditations,
    certifying: new CertifyingService({ people, accreditations }),
    skillDemand: new SkillDemandService({ clock }),
    sessionMachines: new SessionMachinesService({ calendar }),
  };
}
