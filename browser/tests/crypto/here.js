// The sealed core without workers, for tests in Node: the same operations, the same class, answers copied as
// messages between workers are.

import { SealedCore } from "../../crypto/client.js";
import { createCore } from "../../crypto/sealed-core.js";
import { stretch } from "../../crypto/stretch.js";

/** @param {(op: string, answer: unknown) => void} [overheard] told of every answer that would reach the page */
export function sealedCoreHere(overheard = () => {}) {
	const core = createCore(stretch);
	let isOver = false;
	return new SealedCore({
		async call(op, args) {
			if (isOver) throw new Error("ended");
			const answer = structuredClone(await core.call(op, structuredClone(args)));
			overheard(op, answer);
			return answer;
		},
		end() {
			isOver = true;
		},
	});
}
