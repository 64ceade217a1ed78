import { ancestors, descendants } from '../../../schema/taxonomy.ts';
import { capabilitiesFromKeys, capabilitiesOf, type Capability } from './capability.rules.ts';
import type { CapabilityService } from './capability.service.ts';
import type { Workshop } from '../workshop/workshop.entity.ts';

/** What a list says of a workshop: the machines that it names, and the abilities that it ticks. */
export interface Declared {
  machines: readonly { brand: string; model: string; class: string }[];
  keys: readonly string[];
}

const sameWork = (row: Capability) => `${row.process} ${row.material ?? ''}`;

/** What can be expected of a workshop of which only a list is known: to be confirmed, every one. */
function expectedOf(workshopId: string, { machines, keys }: Declared): Capability[] {
  const rows = machines.flatMap(({ brand, model, class: kind }) =>
    capabilitiesOf({
      resourceId: null,
      workshopId,
      processes: [kind, model],
      maker: brand,
      model,
      envelopeMm: null,
    }),
  );
  const known = new Map(rows.map((row) => [sameWork(row), row]));
  const done = new Set(rows.map(({ process }) => process));
  const isDone = ({ process }: Capability) =>
    [...descendants(process), ...ancestors(process)].some((related) => done.has(related));
  return [...known.values(), ...capabilitiesFromKeys(workshopId, keys).filter((row) => !isDone(row))];
}

/** Turns what lists say of a workshop into capabilities that search and routing read. */
export class DeclaredService {
  readonly #capabilities: CapabilityService;

  constructor({ capabilities }: { capabilities: CapabilityService }) {
    this.#capabilities = capabilities;
  }

  /** Replaces what the workshop was said to do without a machine of its own shelf. In the caller's transaction. */
  async replace(
    site: Pick<Workshop, '_id' | 'location' | 'departement' | 'networkIds'>,
    declared: Declared,
  ): Promise<void> {
    await this.#capabilities.replaceDeclared(site, expectedOf(site._id, declared));
  }
}
