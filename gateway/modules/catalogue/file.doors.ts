import type { Door } from '../files/file.rules.ts';
import type { EquipmentService } from './equipment.service.ts';

/** The photos and documents of a machine: open to all, written by those who manage it. */
export function equipmentDoor({ equipment }: { equipment: EquipmentService }): Door {
  return {
    add: (viewer, subjectId) => equipment.managed(viewer, subjectId),
    see: () => Promise.resolve(),
    remove: (viewer, { subjectId }) => equipment.managed(viewer, subjectId),
  };
}
