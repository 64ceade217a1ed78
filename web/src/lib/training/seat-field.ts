/** The name of what is ticked for one seat. */
export const seatField = ({ claimId, number }: { claimId: string; number: number }): string =>
  `seat.${claimId}.${number}`;
