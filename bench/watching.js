// Runs in the page before the room does, for measuring only: how long each operation of the core takes, and of
// how many frames and lines.
(() => {
	const asked = new Map();
	globalThis.benched = { ops: [] };
	const Real = globalThis.Worker;
	globalThis.Worker = class extends Real {
		constructor(address, how) {
			super(address, how);
			this.addEventListener("message", ({ data }) => {
				const one = asked.get(data.id);
				if (one === undefined) return;
				asked.delete(data.id);
				const lines = data.ok?.lines?.length ?? 0;
				globalThis.benched.ops.push({ ...one, ms: performance.now() - one.at, lines });
			});
		}
		postMessage(message, ...rest) {
			const { id, op, args } = message ?? {};
			if (op !== undefined) asked.set(id, { op, at: performance.now(), frames: args?.frames?.length ?? 0 });
			super.postMessage(message, ...rest);
		}
	};
})();
