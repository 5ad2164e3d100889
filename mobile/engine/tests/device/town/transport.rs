//! How a device reaches the town: as JSON, and only when nothing goes wrong.

use kuitti_engine::ports::{NewUpload, PortFuture, Session, Transport, TransportError, UploadPlace};
use kuitti_engine::sync::Push;
use kuitti_shared::api::map::MapPack;
use kuitti_shared::id::{DeviceId, IncarnationId};
use kuitti_shared::sync::enrol::{EnrolRequest, EnrolResponse};
use kuitti_shared::sync::request::SyncRequest;
use kuitti_shared::sync::response::SyncResponse;
use kuitti_shared::sync::town::TownCard;
use kuitti_shared::unit::WallTime;
use uuid::Uuid;

use super::{Fault, NOON, Town, town_card};

fn through<T>(
    fault: Option<Fault>,
    work: impl FnOnce() -> Result<T, TransportError>,
) -> Result<T, TransportError> {
    match fault {
        Some(Fault::Refused(error)) => Err(error),
        Some(Fault::Hang) => Err(TransportError::Unreachable("hangs".to_owned())),
        Some(Fault::LostAnswer) => {
            let _lost = work();
            Err(TransportError::Unreachable("the answer was lost".to_owned()))
        }
        Some(Fault::None) | None => work(),
    }
}

impl Transport for Town {
    fn enrol<'a>(
        &'a self,
        _server: &'a str,
        request: &'a EnrolRequest,
    ) -> PortFuture<'a, Result<EnrolResponse, TransportError>> {
        let mut state = self.0.borrow_mut();
        let answer = if state.used_codes.contains(&request.code) {
            Err(TransportError::NotFound("enrolment_used".to_owned()))
        } else {
            state.used_codes.push(request.code.clone());
            state.refuses_token = false;
            let incarnation = IncarnationId(state.fresh());
            state.delivered.insert(incarnation, Vec::new());
            Ok(EnrolResponse {
                device: DeviceId(Uuid::from_u128(1)),
                incarnation,
                token: "secret".to_owned(),
                town: TownCard {
                    worker: state.code_is_for.take().unwrap_or_else(|| town_card().worker),
                    ..town_card()
                },
                server_time: WallTime(NOON),
            })
        };
        Box::pin(std::future::ready(answer))
    }

    fn sync<'a>(
        &'a self,
        _session: &'a Session,
        push: &'a Push,
    ) -> PortFuture<'a, Result<SyncResponse, TransportError>> {
        let request: SyncRequest = serde_json::from_slice(&push.to_json().unwrap()).unwrap();
        let mut state = self.0.borrow_mut();
        let fault = state.faults.pop_front();
        if matches!(fault, Some(Fault::Hang)) {
            return Box::pin(std::future::pending());
        }
        let answer = state
            .check_token()
            .and_then(|()| through(fault, || Ok(state.sync(&request))));
        Box::pin(std::future::ready(answer))
    }

    fn wait<'a>(
        &'a self,
        _session: &'a Session,
        _push: &'a Push,
    ) -> PortFuture<'a, Result<SyncResponse, TransportError>> {
        Box::pin(std::future::pending())
    }

    fn create_upload<'a>(
        &'a self,
        _session: &'a Session,
        upload: &'a NewUpload,
    ) -> PortFuture<'a, Result<UploadPlace, TransportError>> {
        let mut state = self.0.borrow_mut();
        let fault = state.upload_faults.pop_front();
        let answer = through(fault, || {
            let url = format!("/files/v1/{}", state.fresh());
            let new = (upload.sha256.clone(), upload.size, upload.kind, Vec::new());
            state.uploads.insert(url.clone(), new);
            Ok(UploadPlace { url, offset: 0 })
        });
        Box::pin(std::future::ready(answer))
    }

    fn upload_offset<'a>(
        &'a self,
        _session: &'a Session,
        url: &'a str,
    ) -> PortFuture<'a, Result<u64, TransportError>> {
        let state = self.0.borrow();
        let there = state
            .uploads
            .get(url)
            .map(|(_, _, _, there)| u64::try_from(there.len()).unwrap());
        Box::pin(std::future::ready(
            there.ok_or_else(|| TransportError::NotFound(String::new())),
        ))
    }

    fn append<'a>(
        &'a self,
        _session: &'a Session,
        place: &'a UploadPlace,
        bytes: Vec<u8>,
    ) -> PortFuture<'a, Result<u64, TransportError>> {
        let mut state = self.0.borrow_mut();
        let fault = state.upload_faults.pop_front();
        let answer = through(fault, || state.append(&place.url, place.offset, &bytes));
        Box::pin(std::future::ready(answer))
    }

    fn map_pack<'a>(&'a self, _session: &'a Session) -> PortFuture<'a, Result<MapPack, TransportError>> {
        let pack = self.0.borrow().map_pack();
        let answer = pack.ok_or_else(|| TransportError::NotFound("no_map".to_owned()));
        Box::pin(std::future::ready(answer))
    }

    fn map_part<'a>(
        &'a self,
        _session: &'a Session,
        pack: &'a MapPack,
        offset: u64,
        length: u64,
    ) -> PortFuture<'a, Result<Vec<u8>, TransportError>> {
        let mut state = self.0.borrow_mut();
        let fault = state.map_faults.pop_front();
        let answer = through(fault, || state.map_part(pack, offset, length));
        Box::pin(std::future::ready(answer))
    }
}
