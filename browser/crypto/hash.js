// Every hash and key derivation starts with a label (envelope.md, sections 1 and 2).

import { keyOf, pae } from "./bytes.js";
import { checkedLabel } from "./labels.js";
import { blake2b } from "./sodium.js";

/** @typedef {import("./bytes.js").Piece} Piece */

/** @param {string} label @param {...Piece} pieces */
export const labelled = (label, ...pieces) => pae(checkedLabel(label), ...pieces);

/** BLAKE2b-256. @param {string} label @param {...Piece} pieces */
export const h = (label, ...pieces) => blake2b(32, labelled(label, ...pieces));

/** BLAKE2b-128. @param {string} label @param {...Piece} pieces */
export const h16 = (label, ...pieces) => blake2b(16, labelled(label, ...pieces));

/** Keyed BLAKE2b. @param {Uint8Array} key @param {number} size @param {string} label @param {...Piece} pieces */
export const kdf = (key, size, label, ...pieces) => blake2b(size, labelled(label, ...pieces), keyOf(key));
