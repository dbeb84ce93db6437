/** However much was read: lines far back are not held while nobody looks at them. */

const FAR = 150;

/**
 * @param {{core: any, conv: string}} given
 * @param {import("./lines.js").Lines} lines
 * @returns {Promise<{base?: number}>} where what is held begins now
 */
export async function forgotFar({ core, conv }, lines) {
	if (lines.count <= FAR) return {};
	const { base } = await core.forgetFar({ conv });
	lines.forget(base);
	return { base };
}
