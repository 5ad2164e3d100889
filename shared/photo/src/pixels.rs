//! Pixels: decoded, reduced, turned, encoded. Each step is bounded by the size that the header states.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{MOST_PIXELS, PhotoError, WayUp};

const CHANNELS: usize = 3;

/// An RGB picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pixels {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

impl Pixels {
    pub(super) const fn width(&self) -> u32 {
        self.width
    }

    pub(super) const fn height(&self) -> u32 {
        self.height
    }

    /// Decodes a JPEG whose header states a bearable size.
    pub(super) fn decode(jpeg: &[u8]) -> Result<Self, PhotoError> {
        let options = DecoderOptions::default()
            .jpeg_set_out_colorspace(ColorSpace::RGB)
            .set_max_width(usize::from(u16::MAX))
            .set_max_height(usize::from(u16::MAX));
        let mut decoder = JpegDecoder::new_with_options(ZCursor::new(jpeg), options);
        decoder.decode_headers().map_err(|_| PhotoError::NotAPhoto)?;
        let info = decoder.info().ok_or(PhotoError::NotAPhoto)?;
        let (width, height) = (u32::from(info.width), u32::from(info.height));
        check_size(width, height)?;
        let rgb = decoder.decode().map_err(|_| PhotoError::NotAPhoto)?;
        Self::new(width, height, rgb)
    }

    pub(super) fn new(width: u32, height: u32, rgb: Vec<u8>) -> Result<Self, PhotoError> {
        if rgb.len() == length(width, height) {
            Ok(Self { width, height, rgb })
        } else {
            Err(PhotoError::NotAPhoto)
        }
    }

    /// The same picture with a long edge of at most `edge`.
    pub(super) fn reduced(&self, edge: u32) -> Result<Self, PhotoError> {
        let long = self.width.max(self.height);
        if long <= edge {
            return Ok(self.clone());
        }
        let scaled = |side: u32| {
            let side = (u64::from(side) * u64::from(edge) + u64::from(long) / 2) / u64::from(long);
            u32::try_from(side).unwrap_or(edge).max(1)
        };
        let (width, height) = (scaled(self.width), scaled(self.height));
        let mut rgb = vec![0; length(width, height)];
        // Typed: the untyped interface compiles every kind of pixel that there is.
        let source = TypedImageRef::<U8x3>::from_buffer(self.width, self.height, &self.rgb)
            .map_err(|_| PhotoError::NotAPhoto)?;
        let mut target =
            TypedImage::<U8x3>::from_buffer(width, height, &mut rgb).map_err(|_| PhotoError::NotAPhoto)?;
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
        Resizer::new()
            .resize_typed(&source, &mut target, &options)
            .map_err(|_| PhotoError::NotAPhoto)?;
        Self::new(width, height, rgb)
    }

    /// The same picture, upright.
    pub(super) fn turned(self, way_up: WayUp) -> Self {
        if way_up == WayUp::Upright {
            return self;
        }
        let (width, height) = if way_up.swaps_sides() {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        };
        let mut rgb = Vec::with_capacity(self.rgb.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = way_up.source(x, y, self.width, self.height);
                let start = (from_y as usize * self.width as usize + from_x as usize) * CHANNELS;
                let pixel = self.rgb.get(start..start + CHANNELS);
                rgb.extend_from_slice(pixel.unwrap_or(&[0; CHANNELS]));
            }
        }
        Self { width, height, rgb }
    }

    /// Gives one pixel another colour; outside of the picture there is none.
    pub(super) fn set(&mut self, x: u32, y: u32, colour: [u8; CHANNELS]) {
        if x >= self.width || y >= self.height {
            return;
        }
        let start = (y as usize * self.width as usize + x as usize) * CHANNELS;
        if let Some(pixel) = self.rgb.get_mut(start..start + CHANNELS) {
            pixel.copy_from_slice(&colour);
        }
    }

    /// A JPEG without any metadata.
    pub(super) fn encode(&self, quality: u8) -> Result<Vec<u8>, PhotoError> {
        let side = |side: u32| u16::try_from(side).map_err(|_| PhotoError::NotAPhoto);
        let mut jpeg = Vec::new();
        let mut encoder = Encoder::new(&mut jpeg, quality);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        encoder
            .encode(&self.rgb, side(self.width)?, side(self.height)?, ColorType::Rgb)
            .map_err(|_| PhotoError::NotAPhoto)?;
        Ok(jpeg)
    }
}

pub(super) fn check_size(width: u32, height: u32) -> Result<(), PhotoError> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        Err(PhotoError::NotAPhoto)
    } else if pixels > MOST_PIXELS {
        let megapixels = u32::try_from(pixels / 1_000_000).unwrap_or(u32::MAX);
        Err(PhotoError::TooLarge { megapixels })
    } else {
        Ok(())
    }
}

const fn length(width: u32, height: u32) -> usize {
    width as usize * height as usize * CHANNELS
}
