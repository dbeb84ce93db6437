// The crypto worker: one core, asked by message. Keys stay here.

import { createCore } from "./sealed-core.js";
import { Refusal } from "./refusal.js";
import { stretchThrough } from "./stretch-port.js";

const core = createCore(async () => {
	throw new Refusal("stretch-failed");
});

self.addEventListener("message", async ({ data: { id, op, args }, ports: [port] }) => {
	const stretch = port === undefined ? undefined : stretchThrough(port);
	self.postMessage({ id, ...(await answered(op, args, stretch)) });
	port?.close();
});

/** @param {string} op @param {unknown} args @param {import("./sealed-core.js").Stretch | undefined} stretch */
async function answered(op, args, stretch) {
	try {
		return { ok: await core.call(op, args, stretch) };
	} catch (refusal) {
		const { code, detail } = refusal instanceof Refusal ? refusal : new Refusal("failed");
		return { error: { code, detail } };
	}
}
