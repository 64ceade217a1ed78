/** Kilometres to choose from, where one looks for what is shared. */
export const radii = [25, 60, 100, 200, 500];
export const usualKm = 100;
