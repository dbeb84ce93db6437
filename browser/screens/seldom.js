/**
 * Screens that most visits never open: each is fetched when somebody goes there, one row each.
 * A row says how its element is fetched, how it is drawn, and the word that says where one is.
 */

/** @typedef {{bring: () => Promise<unknown>, draw: import("./places.js").Drawing, step: string | null}} Seldom */

/** @type {Readonly<Record<string, Seldom>>} */
export const seldom = Object.freeze({});
