// The chain over a conversation's entries (envelope.md, section 9).

import { h } from "./hash.js";

/** @param {Uint8Array} aad of an entry, or the bytes of a header or a leave */
export const hashOfAad = (aad) => h("pse1/aad", aad);

/** @param {Uint8Array} box of an entry, or the signature of a header or a leave */
export const hashOfBox = (box) => h("pse1/box", box);

/** @param {Uint8Array} conv */
export const chainStart = (conv) => h("pse1/chain0", conv);

/**
 * H_n from H_(n-1).
 * @param {Uint8Array} before
 * @param {{conv: Uint8Array, n: number, kind: number, hAad: Uint8Array, hBox: Uint8Array}} entry
 */
export const chainNext = (before, { conv, n, kind, hAad, hBox }) =>
	h("pse1/chain", before, conv, n, kind, hAad, hBox);
