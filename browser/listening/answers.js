/**
 * What the listening worker answers. It keeps the pack it was given and nothing else: what somebody writes is read, answered and forgotten.
 * @typedef {{id: number, op: string, args: any}} Asked
 * @typedef {{id: number, ok?: any, error?: string}} Answer
 */
import { read } from "./engine.js";
import { openPack } from "./pack.js";

/** @returns {(asked: Asked) => Promise<Answer>} */
export function answering() {
	/** @type {any} */
	let pack = null;
	/** @type {Readonly<Record<string, (args: any) => any>>} */
	const ops = {
		open: async ({ json, bytes }) => {
			pack = await openPack(json, bytes);
		},
		read: ({ draft, before }) => {
			if (pack === null) throw new Error("no-pack");
			return read(pack, draft, before);
		},
	};
	return async ({ id, op, args }) => {
		try {
			const known = Object.hasOwn(ops, op) ? ops[op] : undefined;
			if (known === undefined) throw new Error("op-unknown");
			return { id, ok: await known(args) };
		} catch (error) {
			return { id, error: /** @type {Error} */ (error).message };
		}
	};
}
