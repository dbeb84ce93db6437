/** Being reached: notes to a specialist, and when to look in again. */
export const reached = {
	"again.today": "Mira otra vez hoy ({time} o más tarde).",
	"again.tomorrow": "Mira otra vez mañana ({time} o más tarde).",
	"again.day": "Mira otra vez el {day} ({time} o más tarde).",

	"seat.late": "Esperan desde hace más tiempo",
	"seat.late-lead": "Estas personas ya esperan más de lo que tú dijiste. Basta con una línea corta.",
	"seat.notes": "Avisos por correo",

	"reach.title": "Avisos por correo",
	"reach.lead": "Podemos enviarte un correo corto cuando haya algo nuevo. No lleva nombres ni palabras de nadie.",
	"reach.often": "Llega un aviso, y ninguno más hasta que entres aquí o pase un día.",
	"reach.no-mail": "Este lugar todavía no envía correo. Quien coordina puede prepararlo.",
	"reach.address": "¿A dónde podemos enviarte un aviso corto cuando haya algo nuevo?",
	"reach.address-hint": "Lo mejor es un correo del trabajo. Déjalo vacío para no recibir avisos.",
	"reach.quiet": "Sin avisos a estas horas",
	"reach.from": "Desde",
	"reach.to": "Hasta",
	"reach.zone": "Es la hora de {zone}.",
	"reach.on": "Quiero recibir avisos",
	"reach.save": "Guardar",
	"reach.saved": "Guardado.",
	"reach.unproven": "Enviamos un enlace a {address}. Ábrelo ahí. Hasta entonces no sale ningún aviso.",
	"reach.proven": "Los avisos llegan a {address}.",
	"reach.off": "Los avisos están apagados.",
	"reach.returned": "El correo a {address} nos volvió. Por favor, revisa la dirección y guárdala otra vez.",

	"trouble.not-an-address": "No podemos escribir a esa dirección. Por favor, revísala.",
	"trouble.not-quiet-hours": "Por favor, elige dos horas del día.",
	"trouble.no-mail": "Este lugar todavía no envía correo.",
};
