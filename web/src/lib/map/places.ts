/** A place on the screen, in pixels. */
export interface Spot {
  x: number;
  y: number;
}

/** Where a pin's flag stands relative to the foot of its stake; undefined where it found no room and is a dot. */
export interface Stand {
  flag?: Spot;
  /** Whether its name has room under it. */
  named: boolean;
}

/** A flag with its edge, and a line of name under it. */
const flagWidth = 31;
const flagHeight = 29;
const nameHeight = 14;
/** Widest a letter of a name is on average. */
const letter = 6.6;

/** From the place itself outwards: above first, since a stake stands up. */
const steps: Spot[] = [
  { x: 0, y: 0 },
  { x: 0, y: -32 },
  { x: 34, y: -10 },
  { x: -34, y: -10 },
  { x: 34, y: -42 },
  { x: -34, y: -42 },
  { x: 0, y: -64 },
  { x: 68, y: -10 },
  { x: -68, y: -10 },
  { x: 34, y: -74 },
  { x: -34, y: -74 },
];

/** Beyond so many pins, stakes would cover the land: a flag stands on its place or is a dot. */
const mostStakes = 40;

export interface Rectangle {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const meets = (a: Rectangle, b: Rectangle) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Stands flags so that none hides another, the first given the first served; names then go where nothing else is.
 * `feet` are the places on the screen, `names` what would be written at each (empty for none), `kept` what is not to be covered.
 */
export function standApart(feet: readonly Spot[], names: readonly string[], kept: readonly Rectangle[] = []): Stand[] {
  const taken: Rectangle[] = [...kept];
  const free = (box: Rectangle) => !taken.some((other) => meets(box, other));
  const stands = feet.map(({ x, y }): Stand => {
    for (const flag of feet.length > mostStakes ? steps.slice(0, 1) : steps) {
      const box = {
        left: x + flag.x - flagWidth / 2,
        right: x + flag.x + flagWidth / 2,
        top: y + flag.y - flagHeight - 7,
        bottom: y + flag.y - 7,
      };
      const leavesSheet = flag.y < 0 && y > 0 && box.top < 0;
      if (leavesSheet || !free(box)) continue;
      taken.push(box);
      return { flag, named: false };
    }
    return { named: false };
  });
  return stands.map((stand, index) => {
    const { x, y } = feet[index] ?? { x: 0, y: 0 };
    const name = names[index];
    if (!name || !stand.flag) return stand;
    // A flag away from its place keeps its name at the place, where the stake ends.
    const half = (Math.min(name.length, 22) * letter) / 2;
    const box = { left: x - half, right: x + half, top: y, bottom: y + nameHeight };
    if (!free(box)) return stand;
    taken.push(box);
    return { ...stand, named: true };
  });
}
