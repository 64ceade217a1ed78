import type { GraphQLSchema } from 'graphql';
import { locales, type Locale } from '../schema/vocabulary.ts';
import { type Context, createLoaders } from './context.ts';
import { loanDoor } from './modules/borrowing/loan-photos.door.ts';
import { createAgendas } from './modules/agenda/wiring.ts';
import { LoanMovesService } from './modules/borrowing/loan-moves.service.ts';
import { createLending } from './modules/borrowing/wiring.ts';
import { BusyService } from './modules/calendar/busy.service.ts';
import { CalendarService } from './modules/calendar/calendar.service.ts';
import { FreeBusyService } from './modules/calendar/freebusy.service.ts';
import { CapabilityService } from './modules/catalogue/capability.service.ts';
import { CatalogueService } from './modules/catalogue/catalogue.service.ts';
import { equipmentDoor } from './modules/catalogue/file.doors.ts';
import { DeclaredService } from './modules/catalogue/declared.service.ts';
import { EquipmentService } from './modules/catalogue/equipment.service.ts';
import { TrainerService } from './modules/catalogue/trainer.service.ts';
import { FactService } from './modules/sharing/fact.service.ts';
import { MachineModelService } from './modules/catalogue/machine-model.service.ts';
import { createSearch } from './modules/catalogue/search.wiring.ts';
import { ShelfService } from './modules/catalogue/shelf.service.ts';
import { UnitService } from './modules/catalogue/unit.service.ts';
import { DemandService } from './modules/finding/demand.service.ts';
import { LexiconService } from './modules/finding/lexicon.service.ts';
import { createFinding } from './modules/finding/wiring.ts';
import { createFiles } from './modules/files/wiring.ts';
import { PrintService } from './modules/counter/print.service.ts';
import { ScanService } from './modules/counter/scan.service.ts';
import { DeskClaimService } from './modules/borrowing/desk-claims.service.ts';
import { DeskService } from './modules/borrowing/desk.service.ts';
import { FirmService } from './modules/firm/firm.service.ts';
import { createAccounts } from './modules/identity/accounts.ts';
import { IdentityService } from './modules/identity/identity.service.ts';
import { Lockout } from './modules/identity/lockout.ts';
import { PartyNames } from './modules/identity/party-names.ts';
import { PeopleService } from './modules/identity/people.service.ts';
import { SessionService } from './modules/identity/session.service.ts';
import { MembershipService } from './modules/network/membership.service.ts';
import { NetworkService } from './modules/network/network.service.ts';
import { DigestService } from './modules/notice/digest.service.ts';
import { InboxService } from './modules/notice/inbox.service.ts';
import { LiveUpdates } from './modules/notice/live.ts';
import { NoticeService } from './modules/notice/notice.service.ts';
import { Outbox } from './modules/notice/outbox.ts';
import { PreferencesService } from './modules/notice/preferences.service.ts';
import { SubscriptionService } from './modules/notice/subscription.service.ts';
import { PlaceService } from './modules/place/place.service.ts';
import { createExchange } from './modules/production/wiring.ts';
import { ListingPlaceService } from './modules/sharing/listing-place.service.ts';
import type { ClaimFollower } from './modules/sharing/claim-step.service.ts';
import { createSharing } from './modules/sharing/wiring.ts';
import { listingDoor } from './modules/material/photo.door.ts';
import { AttendanceService } from './modules/training/attendance.service.ts';
import { ApplicationCleaning } from './modules/hiring/cleaning.service.ts';
import { cvDoor } from './modules/hiring/cv.door.ts';
import { HiringFollower } from './modules/hiring/follow.service.ts';
import { WeekService } from './modules/hiring/week.service.ts';
import { createHiring } from './modules/hiring/wiring.ts';
import { PurchasePromise } from './modules/purchase/promise.service.ts';
import { WishFollower } from './modules/training/wishing.service.ts';
import { BalanceService } from './modules/balance/balance.service.ts';
import { ReuseService } from './modules/material/reuse.service.ts';
import { createMaterials } from './modules/material/wiring.ts';
import { PurchaseService } from './modules/purchase/purchase.service.ts';
import { NextTrainingService } from './modules/training/next.service.ts';
import { TrainingPaperService } from './modules/training/paper.service.ts';
import { TrainingPlanService } from './modules/training/plan.service.ts';
import { createTraining } from './modules/training/wiring.ts';
import { DirectoryService } from './modules/workshop/directory.service.ts';
import { ImportService } from './modules/workshop/import.service.ts';
import { DeletionService } from './modules/privacy/deletion.service.ts';
import { LeavingTrainerService } from './modules/privacy/leaving-trainer.service.ts';
import { PersonalFileService } from './modules/privacy/personal-file.service.ts';
import { verifyPassword } from './modules/identity/passwords.ts';
import { GeocoderService } from './modules/place/geocoder.service.ts';
import { ExportService } from './modules/export/export.service.ts';
import { ImportBatchService } from './modules/workshop/import-batch.service.ts';
import { ImportUndoService } from './modules/workshop/import-undo.service.ts';
import { ImportWorkService } from './modules/workshop/import-work.service.ts';
import { MachineImportService } from './modules/workshop/machine-import.service.ts';
import { workshopDoor } from './modules/workshop/photo.door.ts';
import { WorkshopService } from './modules/workshop/workshop.service.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { NewId } from './platform/ids.ts';
import { leased } from './platform/lease.ts';
import type { Logger } from './platform/log.ts';
import type { Mailer } from './platform/mailer.ts';
import { poll, type Poller } from './platform/poller.ts';
import { createStorage } from './platform/storage.make.ts';
import { buildMaillageSchema } from './schema.ts';

/** The edges that a test may fake: everything else is real. */
export interface AppDeps {
  config: Config;
  clock: Clock;
  newId: NewId;
  mailer: Mailer;
  log: Logger;
}

export function createServices({ config, clock, newId, log }: AppDeps) {
  const people = new PeopleService();
  const names = new PartyNames();
  const places = new PlaceService();
  const shelf = new ShelfService();
  const preferences = new PreferencesService();
  const notices = new NoticeService({ clock, newId, people, preferences });
  const told = {
    notices,
    preferences,
    inbox: new InboxService({ clock }),
    digests: new DigestService({ clock, people, preferences }),
    subscriptions: new SubscriptionService({ secret: config.AUTH_SECRET, preferences }),
  };
  const lockout = new Lockout(clock);
  const accounts = createAccounts({ config, newId, notices, people, lockout, log });
  const identity = new IdentityService({ clock, newId, accounts, people, names, notices });
  const calendar = new CalendarService({ clock, newId, shelf });
  const geocoder = new GeocoderService({ url: config.GEOCODER_URL, places, log });
  const firms = new FirmService({ clock, newId, people, geocoder });
  const freeBusy = new FreeBusyService({ clock, names });
  const capabilities = new CapabilityService({ newId });
  const catalogue = new CatalogueService();
  const equipment = new EquipmentService({ clock, newId, shelf, capabilities, freeBusy });
  const units = new UnitService({ clock, newId, shelf, calendar, freeBusy, equipment });
  const storage = createStorage(config);
  const machineModels = new MachineModelService();
  const busy = new BusyService({ clock });
  const lexicon = new LexiconService();
  const networks = new NetworkService({ clock, newId });
  const demand = new DemandService({ clock, networks });
  const training = createTraining({ clock, newId, people, notices, calendar });
  const { accreditations, certifying, sessionMachines, skillDemand } = training;
  const search = createSearch({ clock, places, busy, lexicon, demand, accreditations });
  const facts = new FactService();
  const trainers = new TrainerService({ clock, newId, shelf, equipment, facts, lexicon, people, places });
  const shelves = { freeBusy, capabilities, catalogue, equipment, units, trainers, facts, machineModels, search };
  const finding = createFinding({ clock, newId, search, notices, capabilities });
  const listingPlaces = new ListingPlaceService();
  /** All that stands in a workshop and takes something from it. */
  const standing = {
    async refreshOf(workshopId: string) {
      await equipment.refreshOf(workshopId);
      await listingPlaces.refreshOf(workshopId);
    },
  };
  const memberships = new MembershipService({ clock, newId, networks, notices, equipment: standing });
  const workshops = new WorkshopService({ clock, newId, people, places, geocoder, equipment: standing });
  const directory = new DirectoryService({ clock, networks, places, lexicon });
  const declared = new DeclaredService({ capabilities });
  const imports = new ImportService({ clock, places, networks, equipment: standing, declared });
  const machineImports = new MachineImportService({ clock, declared });
  const importBatches = new ImportBatchService({ clock, newId, storage, networks });
  const undoing = new ImportUndoService({ equipment: standing, declared });
  const importWork = new ImportWorkService({
    clock,
    storage,
    batches: importBatches,
    imports,
    machines: machineImports,
    undoing,
  });
  const sites = { networks, memberships, workshops, directory, imports, machineImports, importBatches, importWork };
  const reuse = new ReuseService();
  const weeks = new WeekService();
  const hiring = new HiringFollower({ clock, notices, weeks });
  /** Baskets stand on what is counted, and hear of what becomes of their parts. */
  const baskets: ClaimFollower = { advanced: (claim, listing) => lending.groups.advanced(claim, listing) };
  const sharing = createSharing({
    clock,
    newId,
    names,
    notices,
    places,
    lexicon,
    demand,
    followers: [reuse, certifying, baskets],
    listingFollowers: [sessionMachines, hiring, new PurchasePromise(), new WishFollower({ notices })],
  });
  const { trainingPolicies: policies } = training;
  const nextTrainings = new NextTrainingService({ clock, ledger: sharing.ledger, policies });
  const lending = createLending({
    clock,
    newId,
    busy,
    calendar,
    names,
    notices,
    accreditations,
    nextTrainings,
    skillDemand,
    ...sharing,
  });
  const attendance = new AttendanceService({ clock, names, certifying, ...sharing });
  const trainingPlans = new TrainingPlanService({ clock, newId, networks, places, ledger: sharing.ledger });
  const trainingPapers = new TrainingPaperService({ clock, baseUrl: config.BASE_URL, names, policies, ...sharing });
  const materials = createMaterials({ clock, newId, places, notices, ...sharing });
  const purchases = new PurchaseService({ clock, newId, notices, ...sharing });
  const jobs = createHiring({ clock, newId, weeks, hiring, ...sharing });
  const exchange = createExchange({ clock, newId, busy, calendar, people, names, notices, places });
  const sending = createFiles({
    clock,
    newId,
    storage,
    doors: {
      equipment_photo: equipmentDoor({ equipment }),
      equipment_document: equipmentDoor({ equipment }),
      workshop_photo: workshopDoor({ workshops }),
      listing_photo: listingDoor(sharing),
      hand_over_photo: loanDoor(lending, 'hand_over_photo'),
      take_back_photo: loanDoor(lending, 'take_back_photo'),
      request_file: exchange.partFiles.door,
      cv: cvDoor(jobs.applicationReader),
    },
  });
  const loanMoves = new LoanMovesService({ clock });
  const leavingTrainers = new LeavingTrainerService({ clock, shelf, loanMoves, ...lending });
  const scans = new ScanService({ loanMoves });
  const prints = new PrintService({ clock, baseUrl: config.BASE_URL, loans: lending.loans, names, scans });
  const agendas = createAgendas({ clock, newId, config, calendar, catalogue, people, names, notices, loanMoves });
  return {
    clock,
    ...agendas,
    scans,
    prints,
    ...lending,
    ...training,
    trainingPapers,
    attendance,
    trainingPlans,
    ...sharing,
    ...materials,
    ...jobs,
    applicationCleaning: new ApplicationCleaning({ clock, hiring, ...sending }),
    reuse,
    balances: new BalanceService(),
    purchases,
    ...exchange,
    ...sending,
    ...shelves,
    ...sites,
    ...finding,
    demand,
    exports: new ExportService(),
    deletion: new DeletionService({ clock, people, names, notices, lockout, leavingTrainers, verifyPassword }),
    personalFile: new PersonalFileService({ clock }),
    accounts,
    people,
    names,
    places,
    ...told,
    desks: new DeskService({ clock }),
    deskClaims: new DeskClaimService(),
    identity,
    sessions: new SessionService(clock),
    calendar,
    firms,
  };
}

export type Services = ReturnType<typeof createServices>;

export interface App {
  /** The edges that it was wired with. */
  deps: AppDeps;
  schema: GraphQLSchema;
  services: Services;
  contextFor(headers: Headers): Promise<Context>;
  /** A fresh context for the same caller: loaders serve one operation, or one event of a subscription. */
  again(context: Context): Context;
  outbox: Outbox;
  /** Starts what runs by itself: mails, live updates, deadlines. */
  startJobs(): { stop(): Promise<void> };
}

const OUTBOX_MS = 2_000;
const SAVED_SEARCHES_MS = 5_000;
const NEEDS_MS = 5_000;
const APPLICATIONS_MS = 60_000;
const SEARCH_WORDS_MS = 3_600_000;
const LOAN_DEADLINES_MS = 15_000;
const OFFERS_MS = 5_000;
const CALENDARS_MS = 60_000;
const SWEEP_LOOK_MS = 20 * 60_000;
const SWEEP_MS = 6 * 3_600_000;
const DIGESTS_MS = 20_000;
const IMPORTS_MS = 1_000;

const localeOf = (headers: Headers): Locale => {
  const wanted = headers.get('accept-language')?.slice(0, 2).toLowerCase();
  return locales.find((locale) => locale === wanted) ?? 'fr';
};

/** Wires everything, once: the only place that does. The database is connected and its indexes are built. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { clock, config, log, mailer, newId } = deps;
  const services = createServices(deps);
  const schema = await buildMaillageSchema();
  const outbox = new Outbox({ clock, mailer, baseUrl: config.BASE_URL, secret: config.AUTH_SECRET, log });
  const again = (context: Context): Context => ({ ...context, loaders: createLoaders(services) });
  return {
    deps,
    schema,
    services,
    outbox,
    again,
    async contextFor(headers) {
      const viewer = await services.identity.viewerFor(headers);
      const requestId = headers.get('x-request-id') ?? newId();
      return { viewer, services, loaders: createLoaders(services), locale: localeOf(headers), requestId };
    },
    startJobs() {
      const live = new LiveUpdates({ log });
      live.start();
      const pollers: Poller[] = [
        poll('digests', DIGESTS_MS, () => services.digests.run(), log),
        poll('outbox', OUTBOX_MS, () => outbox.drain(), log),
        poll('saved searches', SAVED_SEARCHES_MS, () => services.watch.run(), log),
        poll('search words', SEARCH_WORDS_MS, () => services.searchWords.refresh(), log),
        poll('imports', IMPORTS_MS, () => services.importWork.work(), log),
        poll('offers', OFFERS_MS, () => services.cascade.expire(), log),
        poll('offer reminders', OFFERS_MS, () => services.offerMoves.remind(), log),
        poll('external calendars', CALENDARS_MS, () => services.externalCalendars.run(), log),
        poll('sharing deadlines', LOAN_DEADLINES_MS, () => services.sharingDeadlines.run(), log),
        poll('applications whose time is over', APPLICATIONS_MS, () => services.applicationCleaning.run(), log),
        poll('materials looked for', NEEDS_MS, () => services.pairing.run(), log),
        poll('loan deadlines', LOAN_DEADLINES_MS, () => services.loanDeadlines.run(), log),
        poll(
          'file sweep',
          SWEEP_LOOK_MS,
          () => leased('file sweep', SWEEP_MS, clock, () => services.files.sweep()),
          log,
        ),
      ];
      return {
        async stop() {
          await Promise.all([live.stop(), ...pollers.map((poller) => poller.stop())]);
        },
      };
    },
  };
}
