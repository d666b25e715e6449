/// Sorts as `slice::sort_by_key` does. Most lists are in order already, and
/// all that are not share one sort in the compiled program, whatever is in
/// them.
pub fn sort_by_key<T>(items: &mut [T], key: impl Fn(&T) -> (usize, usize)) {
    if items.is_sorted_by_key(&key) {
        return;
    }
    let mut order: Vec<_> = items.iter().map(key).zip(0..).collect();
    order.sort_unstable();
    for at in 0..order.len() {
        let mut from = order[at].1;
        // What lay there has been swapped away to where its own place was.
        while from < at {
            from = order[from].1;
        }
        items.swap(at, from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_the_order_of_equals() {
        for len in 0..40_usize {
            let mut items: Vec<_> = (0..len).map(|at| (at * 7 % 5, at * 3 % 2, at)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| (item.0, item.1));
            sort_by_key(&mut items, |item| (item.0, item.1));
            assert_eq!(items, expected);
        }
    }
}
