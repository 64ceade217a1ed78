import { isRomeTitle, romeTitles } from '../../../schema/rome.ts';
import { ancestors, isMaterial, materialSpellings } from '../../../schema/taxonomy.ts';
import { skillOf, spellingsOf } from '../../../schema/training.ts';
import { storedWords } from '../../../schema/words.ts';
import type { Listing } from './listing.entity.ts';
import type { Offerer } from './offerer.service.ts';

type Named = Pick<Listing, 'name' | 'facts'>;

/** Every word by which it is found: its own, those of its material and what that is made of, and where it stands. */
export function listingWords({ name, facts }: Named, offerer: Pick<Offerer, 'name' | 'city'>): string[] {
  const id = facts.material;
  const materials = typeof id === 'string' && isMaterial(id) ? [id, ...ancestors(id)] : [];
  const spelt = materials.flatMap(materialSpellings);
  const title = typeof facts.title === 'string' && isRomeTitle(facts.title) ? romeTitles[facts.title] : undefined;
  const skill = typeof facts.skill === 'string' ? spellingsOf(skillOf(facts.skill).skill) : [];
  const words = [
    facts.grade,
    facts.skill,
    ...skill,
    facts.supplier,
    facts.trainer,
    facts.place,
    title?.fr,
    title?.en,
  ].filter((word) => typeof word === 'string');
  return storedWords([name, ...words, ...spelt, offerer.name, offerer.city].join(' '));
}
