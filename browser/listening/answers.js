/**
 * What the listening worker answers. It keeps the pack it was given, and of the client's last message the numbers of its pieces and what an encoder made of them, until another comes (the message itself while no encoder is here);
 * what somebody writes is read and answered, and nothing here keeps it.
 * @typedef {{id: number, op: string, args: any}} Asked
 * @typedef {{id: number, ok?: any, error?: string, isLost?: true}} Answer `isLost`: the second tier broke while it read, a draft or what came before it; the first goes on
 * @typedef {"here" | "odd" | "cannot"} Fuller the second tier is here; it is not the one pack.json speaks of; it cannot run in this browser
 */
import { hear, read } from "./engine.js";
import { isKernel, withEncoder } from "./fuller.js";
import { BadPack, openPack } from "./pack.js";

const READING = ["read", "hear"];

/** @returns {(asked: Asked) => Promise<Answer>} */
export function answering() {
	/** @type {import("./pack.js").Pack | null} */
	let pack = null;
	/** What was to be heard before there was a second tier to hear it. */
	let waiting = "";
	const opened = () => {
		if (pack === null) throw new Error("no-pack");
		return pack;
	};
	/** @type {Readonly<Record<string, (args: any) => any>>} */
	const ops = {
		open: async ({ json, bytes }) => {
			pack = await openPack(json, bytes);
		},
		/** @returns {Fuller | "can"} */
		can: ({ kernel }) => {
			if (!isKernel(kernel)) return "odd";
			return typeof WebAssembly === "object" && WebAssembly.validate(kernel) ? "can" : "cannot";
		},
		/** @returns {Promise<Fuller>} where it is not here, the first tier goes on alone */
		fuller: async (files) => {
			try {
				pack = await withEncoder(opened(), files);
				hear(pack, waiting);
				waiting = "";
				return pack.deep === null ? "cannot" : "here";
			} catch (error) {
				return error instanceof BadPack ? "odd" : "cannot";
			}
		},
		/** Nothing is said of it. Where the second tier is still on its way, it hears this when it comes. */
		hear: ({ before }) => {
			if (opened().deep === null) waiting = before;
			else hear(opened(), before);
		},
		read: ({ draft, before }) => read(opened(), draft, before),
	};
	return async ({ id, op, args }) => {
		try {
			const known = Object.hasOwn(ops, op) ? ops[op] : undefined;
			if (known === undefined) throw new Error("op-unknown");
			const isFuller = READING.includes(op) && opened().deep !== null;
			const ok = await known(args);
			return isFuller && opened().deep === null ? { id, ok, isLost: true } : { id, ok };
		} catch (error) {
			return { id, error: /** @type {Error} */ (error).message };
		}
	};
}
