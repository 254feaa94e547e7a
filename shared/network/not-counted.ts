/** Type under which totals of a year count the records that the server does not understand, with an amount of nothing. */
export const NOT_COUNTED = 'notCounted';
