//! One tile of the map that is here.

use std::cell::RefCell;
use std::rc::Rc;

use kuitti_shared::api::map::MapPack;
use kuitti_tiles::{Archive, ArchiveError, Found, Span, TileAddress};

use super::parts;
use crate::engine::Inner;
use crate::error::EngineError;
use crate::protocol::Problem;
use crate::store::meta;

/// Directories within directories: two are usual, and a damaged file must not send us in a circle.
const DEEPEST: usize = 4;

/// The map that is open: its first directory is asked for with every tile.
#[derive(Default)]
pub(crate) struct Shelf(RefCell<Option<Rc<Open>>>);

struct Open {
    pack: MapPack,
    archive: Archive,
}

impl Shelf {
    /// Another map has come.
    pub(crate) fn close(&self) {
        self.0.take();
    }

    async fn open(&self, engine: &Inner) -> Result<Option<Rc<Open>>, EngineError> {
        if let Some(open) = &*self.0.borrow() {
            return Ok(Some(Rc::clone(open)));
        }
        let pack = meta::get(engine.store.borrow().read(), &meta::MAP)?;
        let Some(pack) = pack else { return Ok(None) };
        let start = Span {
            offset: 0,
            length: Archive::START,
        };
        let start = parts::read(&*engine.ports.blobs, &pack, start).await?;
        let archive = Archive::open(&start).map_err(damaged)?;
        let open = Rc::new(Open { pack, archive });
        self.0.replace(Some(Rc::clone(&open)));
        Ok(Some(open))
    }
}

/// A tile as it is drawn; none where the map has nothing, or where there is no map.
pub(crate) async fn tile(engine: &Inner, address: TileAddress) -> Result<Option<Vec<u8>>, EngineError> {
    let Some(open) = engine.shelf.open(engine).await? else {
        return Ok(None);
    };
    let read = |span| parts::read(&*engine.ports.blobs, &open.pack, span);
    let mut found = open.archive.find(address);
    for _ in 0..DEEPEST {
        found = match found {
            Found::Nothing => return Ok(None),
            Found::Tile(span) => {
                let tile = open.archive.tile(&read(span).await?);
                return Ok(Some(tile.map_err(damaged)?));
            }
            Found::Directory(span) => open
                .archive
                .find_in(&read(span).await?, address)
                .map_err(damaged)?,
        };
    }
    Err(damaged(ArchiveError::Damaged))
}

fn damaged(_: ArchiveError) -> EngineError {
    Problem::StorageFailed.into()
}
