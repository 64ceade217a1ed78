import { stableId } from '../../platform/ids.ts';
import { type Capability, capabilitiesOf } from './capability.rules.ts';
import { searchWords } from '../../../schema/words.ts';
import { type MachineModel, MachineModelRecord } from './machine-model.entity.ts';

/** A model as the readers of catalogues give it. */
export interface CatalogueModel {
  maker: string;
  model: string;
  processes: readonly string[];
  technology?: string;
  envelopeMm?: { x: number; y?: number; z?: number };
  materials: readonly string[];
  maxThicknessMm: Readonly<Record<string, number>>;
  powerW?: number;
  source: string;
}

/** Models of machines on the market: what spares a workshop the typing. */
export class MachineModelService {
  /** Adds or updates models; the same file again changes nothing. Tells how many rows are new or changed. */
  async put(models: readonly CatalogueModel[]): Promise<number> {
    const rows = models.map((given) => {
      const { maker, model, technology, envelopeMm, powerW, source } = given;
      const _id = stableId('machine-model', maker.toLowerCase(), model.toLowerCase(), source);
      const maxThicknessMm = Object.entries(given.maxThicknessMm).map(([material, mm]) => ({ material, mm }));
      const facts = {
        maker,
        model,
        declaredProcesses: [...given.processes],
        ...(technology && { technology }),
        ...(envelopeMm && { envelope: envelopeMm }),
        declaredMaterials: [...given.materials],
        maxThicknessMm,
        ...(powerW !== undefined && { powerW }),
        source,
        words: searchWords(`${maker} ${model}`),
      };
      return { updateOne: { filter: { _id }, update: { $set: facts }, upsert: true } };
    });
    if (rows.length === 0) return 0;
    const { upsertedCount, modifiedCount } = await MachineModelRecord.bulkWrite(rows, { ordered: false });
    return upsertedCount + modifiedCount;
  }

  /** Models whose maker and model begin with these words. */
  search(text: string, limit: number): Promise<MachineModel[]> {
    const words = searchWords(text.slice(0, 80)).map((word) => word.replace(/[^a-z0-9]/g, ''));
    if (words.length === 0) return Promise.resolve([]);
    return MachineModelRecord.find({ $and: words.map((word) => ({ words: { $regex: `^${word}` } })) })
      .sort({ maker: 1, model: 1, _id: 1 })
      .limit(limit)
      .lean();
  }

  find(id: string): Promise<MachineModel | null> {
    return MachineModelRecord.findById(id).lean();
  }

  /** What a machine of this model can be expected to do, to be corrected by the workshop. */
  proposed(model: MachineModel): Capability[] {
    const { maker, envelope, declaredProcesses, declaredMaterials } = model;
    return capabilitiesOf({
      resourceId: null,
      workshopId: '',
      processes: declaredProcesses,
      technology:
        model.technology ?? declaredProcesses.find((word) => /^(fff|fdm|m?sla|dlp|sls|co2|diode)$/i.test(word)) ?? null,
      maker,
      model: model.model,
      envelopeMm: envelope ? { x: envelope.x, y: envelope.y ?? null, z: envelope.z ?? null } : null,
      materials: declaredMaterials,
      maxThicknessMm: Object.fromEntries(model.maxThicknessMm.map(({ material, mm }) => [material, mm])),
    });
  }
}
