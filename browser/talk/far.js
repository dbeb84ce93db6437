/** However much was read: lines far back are not held while nobody looks at them. */

const FAR = 150;

/**
 * @param {{core: any, conv: string}} given
 * @param {import("./lines.js").Lines} lines @param {import("./paging.js").Paging} paging
 * @returns {Promise<{base?: number, stretches?: import("../crypto/stretches.js").Stretch[]}>} where what is held begins now
 */
export async function forgotFar({ core, conv }, lines, paging) {
	if (lines.count <= FAR) return {};
	const { base, ...rest } = await core.forgetFar({ conv });
	lines.forget(base);
	paging.beginAnew();
	return { base, ...rest };
}
