/** French: 0 and 1 are singular. */
export const fr = (count: number, one: string, many: string): string => (Math.abs(count) < 2 ? one : many);
/** English: only 1 is singular. */
export const en = (count: number, one: string, many: string): string => (count === 1 ? one : many);
