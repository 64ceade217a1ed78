/** A set of places in a list, one bit each: what five thousand rows have in common is found in microseconds. */
export type Bits = Uint32Array;

export const noBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5);

export function bitsOf(size: number, places: Iterable<number>): Bits {
  const bits = noBits(size);
  for (const place of places) put(bits, place);
  return bits;
}

export const put = (bits: Bits, place: number): void => {
  bits[place >>> 5]! |= 1 << (place & 31);
};

/** The places that all of them hold, which have one length; there is at least one. */
export function inAll([first, ...others]: readonly Bits[]): Bits {
  const bits = first!.slice();
  for (const other of others) for (let n = 0; n < bits.length; n += 1) bits[n]! &= other[n]!;
  return bits;
}

/** The places that one of them holds. */
export function inAny(size: number, sets: readonly Bits[]): Bits {
  const bits = noBits(size);
  for (const set of sets) for (let n = 0; n < bits.length; n += 1) bits[n]! |= set[n]!;
  return bits;
}

/** How many bits of a word are set, by adding ever longer stretches of it side by side. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

export function countOf(bits: Bits): number {
  let total = 0;
  for (let n = 0; n < bits.length; n += 1) total += ones(bits[n]!);
  return total;
}

/** How many places both hold. */
export function countInBoth(one: Bits, other: Bits): number {
  let total = 0;
  for (let n = 0; n < one.length; n += 1) total += ones(one[n]! & other[n]!);
  return total;
}

/** The places held, in their order, so many after the first `skip` of them. */
export function placesIn(bits: Bits, skip = 0, most = Infinity): number[] {
  const places: number[] = [];
  let left = skip;
  for (let n = 0; n < bits.length && places.length < most; n += 1) {
    let word = bits[n]!;
    const held = ones(word);
    if (held <= left) {
      left -= held;
      continue;
    }
    for (; word !== 0 && places.length < most; word &= word - 1) {
      if (left > 0) left -= 1;
      else places.push(n * 32 + 31 - Math.clz32(word & -word));
    }
  }
  return places;
}
