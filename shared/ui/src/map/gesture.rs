//! What pointers on the map mean: dragging it, pinching it, or drawing a rectangle. No drawing here, so that it can be tested.
use super::maths;
use super::mercator::ScreenPoint;

/// A pointer that moved less than this was held still.
const SLACK: f64 = 4.0;

/// What pressing on the ground begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Intent {
    Drag,
    Rectangle,
}

/// The pointers that are down.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Gesture {
    #[default]
    None,
    /// One pointer, not yet moved beyond the slack.
    Press {
        pointer: i32,
        from: ScreenPoint,
        intent: Intent,
    },
    Drag {
        pointer: i32,
        last: ScreenPoint,
    },
    Rectangle {
        pointer: i32,
        from: ScreenPoint,
        to: ScreenPoint,
    },
    Pinch {
        first: (i32, ScreenPoint),
        second: (i32, ScreenPoint),
    },
}

/// What a pointer's move does to the map.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Effect {
    None,
    /// A drag or a rectangle has begun with this pointer: keep it even outside the map.
    Began(i32),
    DraggedBy {
        right: f64,
        down: f64,
    },
    /// Zoomed by the logarithm of the ratio, about the middle, after dragging.
    Pinched {
        by: f64,
        about: ScreenPoint,
        right: f64,
        down: f64,
    },
}

/// What lifting a pointer ends.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Ending {
    None,
    Click(ScreenPoint),
    Rectangle(ScreenPoint, ScreenPoint),
}

impl Gesture {
    pub(crate) fn pressed(&mut self, pointer: i32, at: ScreenPoint, intent: Intent) {
        *self = match *self {
            Self::Press {
                pointer: other,
                from: last,
                ..
            }
            | Self::Drag { pointer: other, last }
                if other != pointer =>
            {
                Self::Pinch {
                    first: (other, last),
                    second: (pointer, at),
                }
            }
            _ => Self::Press {
                pointer,
                from: at,
                intent,
            },
        };
    }

    pub(crate) fn moved(&mut self, pointer: i32, at: ScreenPoint) -> Effect {
        match *self {
            Self::Press {
                pointer: held,
                from,
                intent,
            } if held == pointer && distance(from, at) > SLACK => {
                *self = match intent {
                    Intent::Drag => Self::Drag { pointer, last: from },
                    Intent::Rectangle => Self::Rectangle {
                        pointer,
                        from,
                        to: at,
                    },
                };
                Effect::Began(pointer)
            }
            Self::Drag { pointer: held, last } if held == pointer => {
                *self = Self::Drag { pointer, last: at };
                Effect::DraggedBy {
                    right: at.x - last.x,
                    down: at.y - last.y,
                }
            }
            Self::Rectangle {
                pointer: held, from, ..
            } if held == pointer => {
                *self = Self::Rectangle {
                    pointer,
                    from,
                    to: at,
                };
                Effect::None
            }
            Self::Pinch { first, second } => self.pinched(first, second, pointer, at),
            _ => Effect::None,
        }
    }

    fn pinched(
        &mut self,
        first: (i32, ScreenPoint),
        second: (i32, ScreenPoint),
        pointer: i32,
        at: ScreenPoint,
    ) -> Effect {
        let (new_first, new_second) = match pointer {
            _ if pointer == first.0 => ((pointer, at), second),
            _ if pointer == second.0 => (first, (pointer, at)),
            _ => return Effect::None,
        };
        *self = Self::Pinch {
            first: new_first,
            second: new_second,
        };
        let (before, after) = (middle(first.1, second.1), middle(new_first.1, new_second.1));
        let ratio = distance(new_first.1, new_second.1).max(1.0) / distance(first.1, second.1).max(1.0);
        Effect::Pinched {
            by: maths::log2(ratio),
            about: after,
            right: after.x - before.x,
            down: after.y - before.y,
        }
    }

    pub(crate) fn lifted(&mut self, pointer: i32) -> Ending {
        match std::mem::take(self) {
            Self::Press {
                pointer: held, from, ..
            } if held == pointer => Ending::Click(from),
            Self::Rectangle {
                pointer: held,
                from,
                to,
            } if held == pointer => Ending::Rectangle(from, to),
            Self::Pinch { first, second } => {
                // The finger that stays goes on dragging.
                let (pointer, last) = if first.0 == pointer { second } else { first };
                *self = Self::Drag { pointer, last };
                Ending::None
            }
            _ => Ending::None,
        }
    }
}

fn distance(one: ScreenPoint, other: ScreenPoint) -> f64 {
    (one.x - other.x).hypot(one.y - other.y)
}

fn middle(one: ScreenPoint, other: ScreenPoint) -> ScreenPoint {
    ScreenPoint {
        x: f64::midpoint(one.x, other.x),
        y: f64::midpoint(one.y, other.y),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(x: f64, y: f64) -> ScreenPoint {
        ScreenPoint { x, y }
    }

    #[test]
    fn a_shaky_press_is_a_click_and_a_long_one_a_drag() {
        let mut gesture = Gesture::default();
        gesture.pressed(1, at(10.0, 10.0), Intent::Drag);
        assert_eq!(gesture.moved(1, at(12.0, 11.0)), Effect::None);
        assert_eq!(gesture.lifted(1), Ending::Click(at(10.0, 10.0)));

        gesture.pressed(1, at(10.0, 10.0), Intent::Drag);
        assert_eq!(gesture.moved(1, at(30.0, 10.0)), Effect::Began(1));
        assert_eq!(
            gesture.moved(1, at(35.0, 12.0)),
            Effect::DraggedBy {
                right: 25.0,
                down: 2.0
            }
        );
        assert_eq!(gesture.lifted(1), Ending::None);
        assert_eq!(gesture, Gesture::None);
    }

    #[test]
    fn two_fingers_zoom_and_the_one_that_stays_drags() {
        let mut gesture = Gesture::default();
        gesture.pressed(1, at(0.0, 0.0), Intent::Drag);
        gesture.pressed(2, at(100.0, 0.0), Intent::Drag);
        let effect = gesture.moved(2, at(200.0, 0.0));
        assert_eq!(
            effect,
            Effect::Pinched {
                by: 1.0,
                about: at(100.0, 0.0),
                right: 50.0,
                down: 0.0
            }
        );
        assert_eq!(gesture.lifted(1), Ending::None);
        assert_eq!(
            gesture.moved(2, at(210.0, 0.0)),
            Effect::DraggedBy {
                right: 10.0,
                down: 0.0
            }
        );
    }

    #[test]
    fn a_rectangle_runs_from_press_to_lift() {
        let mut gesture = Gesture::default();
        gesture.pressed(7, at(5.0, 5.0), Intent::Rectangle);
        assert_eq!(gesture.moved(7, at(50.0, 60.0)), Effect::Began(7));
        gesture.moved(7, at(80.0, 90.0));
        assert_eq!(gesture.lifted(7), Ending::Rectangle(at(5.0, 5.0), at(80.0, 90.0)));
    }
}
