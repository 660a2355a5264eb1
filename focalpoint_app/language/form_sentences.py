"""What is wrong with a questionnaire's files, code by code, with file and line."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_, one_many

FORM_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "form.broken": one_many(
        "The questionnaire was refused because of {n} mistake in its files.",
        "The questionnaire was refused because of {n} mistakes in its files.",
    ),
    "form.unreadable": N_("{file} cannot be read: {reason}."),
    "form.too_large": N_("{file} is larger than {megabytes} MB."),
    "form.not_yaml": N_("{file}, line {line}: this is not valid YAML."),
    "form.alias": N_("{file}, line {line}: anchors and aliases are not allowed."),
    "form.too_deep": N_("{file}, line {line}: more than {limit} levels deep."),
    "form.too_many_entries": N_("{file}, line {line}: more than {limit} entries."),
    "form.duplicate_key": N_("{file}, line {line}: {name} is given twice."),
    "form.wrong_kind": N_(
        "{file}, line {line}: {name} is of the wrong kind (text, list or mapping)."
    ),
    "form.wrong_length": N_(
        "{file}, line {line}: {name} must have from {least} to {most} items."
    ),
    "form.missing_key": N_("{file}, line {line}: {name} is missing."),
    "form.unknown_key": N_("{file}, line {line}: {name} is not known here."),
    "form.unknown_value": N_(
        "{file}, line {line}: {name} cannot be {value}; it is one of {known}."
    ),
    "form.malformed": N_("{file}, line {line}: {name} is malformed: {value}."),
    "form.too_long": N_(
        "{file}, line {line}: {name} is longer than {most} characters."
    ),
    "form.unknown_choices": N_("{file}, line {line}: no list of choices {name}."),
    "form.unknown_columns": N_("{file}, line {line}: no list of columns {name}."),
    "form.unknown_template": N_("{file}, line {line}: no template {name}."),
    "form.untranslated": N_(
        "{file}, line {line}: {name} has no translation into {language}."
    ),
    "form.no_catalogue": N_("The file of translations {file} is missing."),
    "form.not_po": N_("{file}, line {line}: this is not a valid PO file."),
    "form.bad_condition": N_(
        "{file}, line {line}: the condition cannot be read: {text}."
    ),
    "form.duplicate_id": N_("{file}, line {line}: {id} is used twice."),
    "form.id_not_its_file": N_(
        "{file}, line {line}: the id {id} differs from the name of the file or folder."
    ),
    "form.id_outside_article": N_(
        "{file}, line {line}: {id} does not begin with its part and article."
    ),
    "form.unknown_question": N_("{file}, line {line}: no question {id}."),
    "form.unknown_choice": N_(
        "{file}, line {line}: question {id} cannot be compared with {choice}."
    ),
    "form.condition_cycle": N_(
        "{file}, line {line}: whether {id} is asked depends on itself."
    ),
    "form.bad_provision": N_(
        "{file}, line {line}: {id} names no provision of its article: {value}."
    ),
    "form.choices_and_kind": N_(
        "{file}, line {line}: {id} needs choices exactly when it is a choice."
    ),
    "form.columns_and_kind": N_(
        "{file}, line {line}: {id} needs columns exactly when it is a table."
    ),
    "form.bad_limit": N_(
        "{file}, line {line}: {id} may have a limit only as text, up to {most}."
    ),
}
