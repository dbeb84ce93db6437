import { toText } from "../crypto/bytes.js";

/** Drafts are named by sixteen bytes: those of a talk for its lines, these for a form about it. @param {string} name */
export async function formId(name) {
	const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(name));
	return toText(new Uint8Array(hash).slice(0, 16));
}

/** What a form makes has one name from the first press until it stands, so that pressed twice it stands once. */
export const freshName = () => toText(crypto.getRandomValues(new Uint8Array(16)));
