/** How long words are kept, and those from before. */
export const keeping = {
	"keeping.kept": "Se guarda {time}.",
	"keeping.change": "Cambiar",
	"keeping.label": "¿Cuánto tiempo se guardan tus palabras?",
	"keeping.hint": "Vale para lo que escriben ustedes dos. Para cambiarlo más tarde, termina esta charla y saluda otra vez.",
	"keeping.months.one": "{count} mes",
	"keeping.months.many": "{count} meses",
	"keeping.open": "hasta que cierre mi lugar",
};
