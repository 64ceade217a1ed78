import type { PipelineStage } from 'mongoose';
import type { Invariant } from '../borrowing/borrowing.invariants.ts';
import { CapabilityRecord } from './capability.entity.ts';
import { ResourceRecord } from './resource.entity.ts';

type Row = { _id: string };

const itsWorkshop: PipelineStage[] = [
  { $lookup: { from: 'workshops', localField: 'workshopId', foreignField: '_id', as: 'workshop' } },
  { $set: { workshop: { $first: '$workshop' } } },
];

/** Place and networks as the workshop has them; networks in whatever order. */
const sameAsWorkshop = {
  $and: [
    { $eq: ['$location.coordinates', '$workshop.location.coordinates'] },
    { $eq: ['$departement', '$workshop.departement'] },
    { $setEquals: ['$networkIds', { $ifNull: ['$workshop.networkIds', []] }] },
  ],
};

const strayed: PipelineStage[] = [
  ...itsWorkshop,
  { $match: { $expr: { $not: [sameAsWorkshop] } } },
  { $project: { _id: 1 } },
];
const ids = (rows: Row[]) => rows.map(({ _id }) => _id);

/** Bookings still to come on a unit that is no longer on the shelf. */
const onNoUnit = (now: Date): PipelineStage[] => [
  { $project: { unitIds: '$units.id' } },
  {
    $lookup: {
      from: 'bookings',
      localField: '_id',
      foreignField: 'resourceId',
      let: { units: '$unitIds' },
      pipeline: [
        { $match: { blocking: true, blockUntil: { $gt: now }, $expr: { $not: [{ $in: ['$unitId', '$$units'] }] } } },
        { $project: { _id: 1 } },
      ],
      as: 'lost',
    },
  },
  { $match: { 'lost.0': { $exists: true } } },
  { $project: { _id: 1 } },
];

/** What must hold of machines and of what they can do. */
export const catalogueInvariants: Invariant[] = [
  {
    name: 'a machine stands where its workshop stands',
    broken: async () => ids(await ResourceRecord.aggregate<Row>(strayed)),
  },
  {
    name: 'a capability stands where its workshop stands',
    broken: async () => ids(await CapabilityRecord.aggregate<Row>(strayed)),
  },
  {
    name: 'a capability of a machine has its machine',
    broken: async () =>
      ids(
        await CapabilityRecord.aggregate<Row>([
          { $match: { resourceId: { $ne: null } } },
          { $lookup: { from: 'resources', localField: 'resourceId', foreignField: '_id', as: 'machine' } },
          { $match: { machine: [] } },
          { $project: { _id: 1 } },
        ]),
      ),
  },
  {
    name: 'what is booked is on a unit that is there',
    broken: async (now) => ids(await ResourceRecord.aggregate<Row>(onNoUnit(now))),
  },
];
