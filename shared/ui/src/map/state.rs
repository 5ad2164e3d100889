//! What the map shows now, and how pointer, wheel and keys change it.
use std::rc::Rc;

use dioxus::html::geometry::WheelDelta;
use dioxus::prelude::*;
use kuitti_shared::domain::Position;

use super::gesture::{Effect, Ending, Gesture, Intent};
use super::mercator::{PlanePoint, ScreenPoint, ScreenSize, View};
use super::{Ground, MapPoint, PointSelection};
use crate::platform;

const KEY_STEP: f64 = 80.0;

/// A step of the zoom buttons.
#[derive(Clone, Copy)]
pub(super) enum Step {
    In,
    Out,
}

/// What the screen wants to hear of.
#[derive(Clone, Copy)]
pub(super) struct Handlers {
    pub(super) onarea: Option<EventHandler<PointSelection>>,
    pub(super) onpick: Option<EventHandler<Position>>,
}

/// The map's state; a handful of signals, so that it can go into every handler.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct MapState {
    view: Signal<View>,
    size: Signal<ScreenSize>,
    /// The map's upper left corner in the window.
    corner: Signal<ScreenPoint>,
    gesture: Signal<Gesture>,
    /// Once a person has moved the map, it no longer moves by itself.
    touched: Signal<bool>,
    element: Signal<Option<Rc<MountedData>>>,
    ground: ReadSignal<Ground>,
    points: ReadSignal<Vec<MapPoint>>,
    picked: ReadSignal<Option<Position>>,
}

impl MapState {
    pub(super) fn use_new(
        ground: ReadSignal<Ground>,
        points: ReadSignal<Vec<MapPoint>>,
        picked: ReadSignal<Option<Position>>,
    ) -> Self {
        let mut state = Self {
            view: use_signal(|| View {
                centre: PlanePoint::default(),
                zoom: 14.0,
            }),
            size: use_signal(ScreenSize::default),
            corner: use_signal(ScreenPoint::default),
            gesture: use_signal(Gesture::default),
            touched: use_signal(|| false),
            element: use_signal(|| None),
            ground,
            points,
            picked,
        };
        use_effect(move || state.follow());
        state
    }

    pub(super) fn view(self) -> View {
        (self.view)()
    }

    pub(super) fn size(self) -> ScreenSize {
        (self.size)()
    }

    pub(super) fn gesture(self) -> Gesture {
        (self.gesture)()
    }

    /// Keeps everything in sight until somebody takes the map in hand, and a picked place always.
    fn follow(&mut self) {
        let size = self.size();
        if size.width < 1.0 {
            return;
        }
        let picked = (self.picked)().map(PlanePoint::of);
        let everything = self.everything();
        if !*self.touched.peek() {
            if let Some(view) = View::around(picked.into_iter().chain(everything), size) {
                self.view.set(view);
            }
        } else if let Some(point) = picked {
            let view = *self.view.peek();
            let seen = view.to_screen(point, size);
            let inside = (0.0..size.width).contains(&seen.x) && (0.0..size.height).contains(&seen.y);
            if !inside {
                self.view.set(View {
                    centre: point,
                    ..view
                });
            }
        }
    }

    /// The points, or the whole ground when there is none.
    fn everything(&self) -> Vec<PlanePoint> {
        let points: Vec<_> = self
            .points
            .read()
            .iter()
            .map(|point| PlanePoint::of(point.position))
            .collect();
        match self.ground.read().corners() {
            Some(corners) if points.is_empty() => corners.to_vec(),
            _ => points,
        }
    }

    pub(super) fn fit(&mut self) {
        self.touched.set(false);
        self.follow();
    }

    pub(super) fn mounted(&mut self, element: Rc<MountedData>) {
        self.element.set(Some(element));
        self.locate();
    }

    pub(super) fn resized(&mut self, event: &ResizeEvent) {
        if let Ok(size) = event.get_content_box_size() {
            self.size.set(ScreenSize {
                width: size.width,
                height: size.height,
            });
        }
        self.locate();
    }

    /// Asks where the map is in the window: scrolling moves it without an event.
    pub(super) fn locate(&self) {
        let Some(element) = self.element.peek().clone() else {
            return;
        };
        let mut corner = self.corner;
        spawn(async move {
            if let Ok(rectangle) = element.get_client_rect().await {
                corner.set(ScreenPoint {
                    x: rectangle.origin.x,
                    y: rectangle.origin.y,
                });
            }
        });
    }

    fn local(self, event: &impl HasPoint) -> ScreenPoint {
        let corner = *self.corner.peek();
        let (x, y) = event.point();
        ScreenPoint {
            x: x - corner.x,
            y: y - corner.y,
        }
    }

    pub(super) fn press(&mut self, event: PointerEvent, drawing_area: bool) {
        self.locate();
        let rectangle = drawing_area || event.modifiers().shift();
        let intent = if rectangle {
            Intent::Rectangle
        } else {
            Intent::Drag
        };
        let at = self.local(&event);
        self.gesture.write().pressed(event.pointer_id(), at, intent);
    }

    pub(super) fn drag(&mut self, event: &PointerEvent) {
        if *self.gesture.peek() == Gesture::None {
            return;
        }
        let at = self.local(event);
        let effect = self.gesture.write().moved(event.pointer_id(), at);
        match effect {
            Effect::None => {}
            Effect::Began(pointer) => {
                self.touched.set(true);
                if let Some(element) = self.element.peek().as_ref() {
                    platform::catch_pointer(element, pointer);
                }
            }
            Effect::DraggedBy { right, down } => self.change(|view, _| view.dragged(right, down)),
            Effect::Pinched {
                by,
                about,
                right,
                down,
            } => {
                self.change(|view, size| view.dragged(right, down).zoomed(by, about, size));
            }
        }
    }

    pub(super) fn lift(&mut self, event: &PointerEvent, handlers: Handlers) {
        let ending = self.gesture.write().lifted(event.pointer_id());
        match (ending, handlers) {
            (
                Ending::Click(at),
                Handlers {
                    onpick: Some(onpick), ..
                },
            ) => {
                if let Some(position) = self.view().to_plane(at, self.size()).position() {
                    self.touched.set(true);
                    onpick.call(position);
                }
            }
            (
                Ending::Rectangle(from, to),
                Handlers {
                    onarea: Some(onarea), ..
                },
            ) => {
                let keys = self.keys_between(from, to);
                let selection = match event.modifiers().ctrl() {
                    true => PointSelection::Extend(keys),
                    false => PointSelection::Replace(keys),
                };
                onarea.call(selection);
            }
            _ => {}
        }
    }

    fn keys_between(self, from: ScreenPoint, to: ScreenPoint) -> Vec<String> {
        let (view, size) = (self.view(), self.size());
        let within = |value: f64, one: f64, other: f64| (one.min(other)..=one.max(other)).contains(&value);
        let inside = |point: &&MapPoint| {
            let at = view.to_screen(PlanePoint::of(point.position), size);
            within(at.x, from.x, to.x) && within(at.y, from.y, to.y)
        };
        self.points
            .read()
            .iter()
            .filter(inside)
            .map(|point| point.key.clone())
            .collect()
    }

    pub(super) fn cancel(&mut self, event: &PointerEvent) {
        self.gesture.write().lifted(event.pointer_id());
    }

    pub(super) fn wheel(&mut self, event: &WheelEvent) {
        event.prevent_default();
        let notches = match event.delta() {
            WheelDelta::Pixels(delta) => delta.y / 240.0,
            WheelDelta::Lines(delta) => delta.y / 6.0,
            WheelDelta::Pages(delta) => delta.y,
        };
        let at = self.local(event);
        self.change(|view, size| view.zoomed(-notches, at, size));
    }

    pub(super) fn key(&mut self, event: &KeyboardEvent) {
        let (right, down) = match event.key() {
            Key::ArrowLeft => (KEY_STEP, 0.0),
            Key::ArrowRight => (-KEY_STEP, 0.0),
            Key::ArrowUp => (0.0, KEY_STEP),
            Key::ArrowDown => (0.0, -KEY_STEP),
            Key::Character(key) if key == "+" => return self.step(Step::In),
            Key::Character(key) if key == "-" => return self.step(Step::Out),
            Key::Character(key) if key == "0" => return self.fit(),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        self.change(|view, _| view.dragged(right, down));
    }

    pub(super) fn step(&mut self, step: Step) {
        let by = match step {
            Step::In => 0.75,
            Step::Out => -0.75,
        };
        self.change(|view, size| {
            view.zoomed(
                by,
                ScreenPoint {
                    x: size.width / 2.0,
                    y: size.height / 2.0,
                },
                size,
            )
        });
    }

    /// Comes nearer to a place until what is there parts.
    pub(super) fn approach(&mut self, place: PlanePoint) {
        self.change(|view, _| View {
            centre: place,
            zoom: (view.zoom + 1.5).min(19.5),
        });
    }

    fn change(&mut self, next: impl FnOnce(View, ScreenSize) -> View) {
        self.touched.set(true);
        let changed = next(*self.view.peek(), *self.size.peek());
        self.view.set(changed);
    }
}

/// Events that happen at a point of the window.
trait HasPoint {
    fn point(&self) -> (f64, f64);
}

impl HasPoint for PointerEvent {
    fn point(&self) -> (f64, f64) {
        self.client_coordinates().to_tuple()
    }
}

impl HasPoint for WheelEvent {
    fn point(&self) -> (f64, f64) {
        self.client_coordinates().to_tuple()
    }
}
