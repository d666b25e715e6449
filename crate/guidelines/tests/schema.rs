//! The JSON Schema says what the loader says.

use boon::{Compiler, SchemaIndex, Schemas};
use kakunin_guidelines::{SHIPPED, load, pack, schema};
use serde_json::{Value, json};

const NAME: &str = "pack.schema.json";

fn compile() -> (Schemas, SchemaIndex) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource(NAME, schema()).unwrap();
    let index = compiler.compile(NAME, &mut schemas).unwrap();
    (schemas, index)
}

fn to_json(pack: &str) -> Value {
    toml::from_str(pack).unwrap()
}

#[test]
fn every_pack_that_ships_is_valid() {
    let (schemas, index) = compile();
    for id in SHIPPED {
        let pack = to_json(pack(id).unwrap());
        if let Err(error) = schemas.validate(&pack, index) {
            panic!("{id}: {error}");
        }
    }
}

#[test]
fn what_the_loader_refuses_is_not_valid() {
    let (schemas, index) = compile();
    let pack = to_json(pack("wako").unwrap());
    assert!(schemas.validate(&pack, index).is_ok());
    for (at, key, wrong) in [
        ("/guideline", "id", json!(1)),
        ("/guideline", "colour", json!("red")),
        ("/clause/0", "kind", json!("chapter")),
        ("/default/0", "concern", json!("short-urls")),
        ("/default/0", "action", json!("forbid")),
    ] {
        let mut pack = pack.clone();
        pack.pointer_mut(at).unwrap()[key] = wrong;
        assert!(schemas.validate(&pack, index).is_err(), "{at}/{key}");
    }
}

/// The keys that the loader knows at a place, from what it says of one that it
/// doesn't.
fn keys_of_loader(pack: &str) -> Vec<String> {
    let errors = load("p.toml", pack).unwrap_err();
    let reason = &errors[0].reason.en;
    let (_, known) = reason.split_once("expected ").expect(reason);
    let mut keys: Vec<String> = known
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    keys.sort();
    keys
}

#[test]
fn it_has_the_keys_of_the_loader() {
    let schema = schema();
    // Complete but for the key that nobody knows: what is missing is said first.
    let head = "[guideline]\nid = \"a\"\nmunicipality = \"a\"\ntitle = \"a\"\nrevision = \"a\"\nself = \"a\"\n";
    let clause = format!("{head}[[clause]]\nid = \"1\"\ncite = \"1\"\ntext = \"a\"\n");
    let rule = "concern = \"short-url\"\naction = \"block\"\nzzz = 1\n";
    let example = "[[clause.example]]\npost = \"a\"\nexpect = \"none\"\n";
    for (at, pack) in [
        ("", format!("zzz = 1\n{head}")),
        ("/properties/guideline", format!("{head}zzz = 1\n")),
        (
            "/properties/default/items",
            format!("{head}[[default]]\n{rule}"),
        ),
        ("/properties/clause/items", format!("{clause}zzz = 1\n")),
        (
            "/properties/clause/items/properties/enforce/items",
            format!("{clause}[[clause.enforce]]\n{rule}"),
        ),
        (
            "/properties/clause/items/properties/example/items",
            format!("{clause}{example}zzz = 1\n"),
        ),
        (
            "/properties/clause/items/properties/example/items/properties/settings",
            format!("{clause}{example}settings = {{ zzz = true }}\n"),
        ),
    ] {
        let properties = schema.pointer(&format!("{at}/properties")).unwrap();
        let mut keys: Vec<_> = properties.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        assert_eq!(keys, keys_of_loader(&pack), "{at}");
    }
}
