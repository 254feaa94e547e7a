/**
 * Header of the server's answers about `commons`: a mark that changes whenever the one database changed that a device is
 * told of instead of asking: a member's personal one, the support team's copy of all of them. Absent while there is nothing.
 */
export const NEWS_HEADER = 'x-sillon-news';
