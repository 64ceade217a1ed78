interface Seat {
  claimId: string;
  number: number;
}

/** The name of what is ticked for one seat. */
export const seatField = ({ claimId, number }: Seat): string => `seat.${claimId}.${number}`;

/** The name of the field for who sat there. */
export const nameField = ({ claimId, number }: Seat): string => `name.${claimId}.${number}`;
