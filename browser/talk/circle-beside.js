import { fromText, toText } from "../crypto/bytes.js";

/**
 * The sealed part names what it keeps by sixteen bytes: those of a circle's talk for its draft, and these for what else is kept about it. Pure.
 * @param {string} what sixteen letters at most
 * @returns {(conv: string) => string}
 */
export const besideConv = (what) => (conv) =>
	toText(fromText(conv, 16).map((byte, at) => byte ^ (what.charCodeAt(at) || 0)));
