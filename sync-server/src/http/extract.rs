//! What stands in the address: like axum's, but a part that cannot be read answers problem+json with a stable code.

use axum::extract::{FromRequestParts, Path as AxumPath, Query as AxumQuery};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::app::AppState;
use crate::error::Error;

/// Parts of the path. One that cannot be read names nothing that is here: 404.
#[derive(Debug, Clone, Copy)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<AppState> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        let read = AxumPath::<T>::from_request_parts(parts, app).await;
        read.map(|AxumPath(value)| Self(value))
            .map_err(|_| Error::not_found("no_such_address", "There is nothing at this address."))
    }
}

/// The part behind the question mark.
#[derive(Debug, Clone, Copy)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<AppState> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, Error> {
        let read = AxumQuery::<T>::from_request_parts(parts, app).await;
        read.map(|AxumQuery(value)| Self(value)).map_err(|_| {
            Error::invalid(
                "query_unreadable",
                "What stands behind the question mark of the address cannot be understood.",
            )
        })
    }
}
