/** What the house refuses about circles. */
export const circles = {
	"trouble.circle-full": "Ahora no hay lugar libre. Prueba otro día.",
	"trouble.waits-for-enough": "Ya esperas por tres círculos. Primero deja uno de ellos.",
	"trouble.other-hosts": "Cambiaron quienes guían este círculo. Mira otra vez.",
	"trouble.circles-off": "Este programa no tiene círculos ahora.",
	"trouble.no-such-words": "Pon un nombre de hasta 60 letras y una línea de hasta 200.",
	"trouble.leads-enough": "Nadie guía más de tres círculos a la vez.",
};
