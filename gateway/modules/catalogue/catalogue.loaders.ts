import { byId, manyBy } from '../../platform/batch.ts';
import type { CapabilityService } from './capability.service.ts';
import type { CatalogueService } from './catalogue.service.ts';
import type { UnitService } from './unit.service.ts';

interface From {
  catalogue: CatalogueService;
  capabilities: CapabilityService;
  units: UnitService;
}

/** The relations of machines, one query each for a whole page. */
export const catalogueLoaders = ({ catalogue, capabilities, units }: From) => ({
  /** Whatever the status: for what refers to a machine and has checked the right to. */
  equipment: byId((ids) => catalogue.byIds(ids)),
  equipmentWorkshop: byId((ids) => catalogue.workshopsByIds(ids)),
  capabilitiesOf: manyBy(
    (ids) => capabilities.ofResources(ids),
    ({ resourceId }) => resourceId ?? '',
  ),
  outagesOf: manyBy(
    (ids) => units.outagesOf(ids),
    ({ resourceId }) => resourceId,
  ),
});
