/**
 * What the listening worker answers. It keeps the pack it was given, and of the client's last message the numbers an encoder made of it, until another comes;
 * what somebody writes is read, answered and forgotten.
 * @typedef {{id: number, op: string, args: any}} Asked
 * @typedef {{id: number, ok?: any, error?: string}} Answer
 * @typedef {"here" | "odd" | "cannot"} Fuller the second tier is here; it is not the one pack.json speaks of; it cannot run in this browser
 */
import { read } from "./engine.js";
import { withEncoder } from "./fuller.js";
import { BadPack, openPack } from "./pack.js";

/** @returns {(asked: Asked) => Promise<Answer>} */
export function answering() {
	/** @type {import("./pack.js").Pack | null} */
	let pack = null;
	const opened = () => {
		if (pack === null) throw new Error("no-pack");
		return pack;
	};
	/** @type {Readonly<Record<string, (args: any) => any>>} */
	const ops = {
		open: async ({ json, bytes }) => {
			pack = await openPack(json, bytes);
		},
		can: ({ kernel }) => typeof WebAssembly === "object" && WebAssembly.validate(kernel),
		/** @returns {Promise<Fuller>} where it is not here, the first tier goes on alone */
		fuller: async (files) => {
			try {
				pack = await withEncoder(opened(), files);
				return "here";
			} catch (error) {
				return error instanceof BadPack ? "odd" : "cannot";
			}
		},
		read: ({ draft, before }) => read(opened(), draft, before),
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
