;; The sums of the listening coach's encoder, written out: matrices in whole numbers (exact), the rest in floats, four or eight at a time.
;; tools/kernel.py makes kernel.wasm of it. Everything lies in one memory that encoder.js lays out; addresses are in bytes.
(module
  (import "coach" "memory" (memory 1))

  ;; Rows of whole numbers times a packed matrix: into[row][out] = sum * worth[row] * scale[out] + bias[out].
  ;; Four rows and eight outputs at a time. `packed`: for every eight outputs, and every two numbers of a row, two vectors of (4 outputs x 2 numbers).
  ;; `rows` is a multiple of 4, `wide` of 4, `outs` of 8.
  (func (export "product")
    (param $fine i32) (param $packed i32) (param $scales i32) (param $bias i32) (param $worth i32) (param $into i32)
    (param $rows i32) (param $wide i32) (param $outs i32)
    (local $row i32) (local $out i32) (local $left i32) (local $step i32) (local $line i32)
    (local $weights i32) (local $r0 i32) (local $r1 i32) (local $r2 i32) (local $r3 i32) (local $to i32)
    (local $a v128) (local $b v128) (local $x v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local $t0 v128) (local $t1 v128) (local $t2 v128) (local $t3 v128)
    (local.set $step (i32.shl (local.get $wide) (i32.const 1)))
    (local.set $line (i32.shl (local.get $outs) (i32.const 2)))
    (loop $each-rows
      (local.set $weights (local.get $packed))
      (local.set $out (i32.const 0))
      (loop $each-outs
        (local.set $r0 (i32.add (local.get $fine) (i32.mul (local.get $row) (local.get $step))))
        (local.set $r1 (i32.add (local.get $r0) (local.get $step)))
        (local.set $r2 (i32.add (local.get $r1) (local.get $step)))
        (local.set $r3 (i32.add (local.get $r2) (local.get $step)))
        (local.set $s0 (v128.const i32x4 0 0 0 0))
        (local.set $s1 (v128.const i32x4 0 0 0 0))
        (local.set $s2 (v128.const i32x4 0 0 0 0))
        (local.set $s3 (v128.const i32x4 0 0 0 0))
        (local.set $t0 (v128.const i32x4 0 0 0 0))
        (local.set $t1 (v128.const i32x4 0 0 0 0))
        (local.set $t2 (v128.const i32x4 0 0 0 0))
        (local.set $t3 (v128.const i32x4 0 0 0 0))
        (local.set $left (local.get $wide))
        (loop $each-pair
          (local.set $a (v128.load (local.get $weights)))
          (local.set $b (v128.load offset=16 (local.get $weights)))
          (local.set $x (v128.load32_splat (local.get $r0)))
          (local.set $s0 (i32x4.add (local.get $s0) (i32x4.dot_i16x8_s (local.get $x) (local.get $a))))
          (local.set $t0 (i32x4.add (local.get $t0) (i32x4.dot_i16x8_s (local.get $x) (local.get $b))))
          (local.set $x (v128.load32_splat (local.get $r1)))
          (local.set $s1 (i32x4.add (local.get $s1) (i32x4.dot_i16x8_s (local.get $x) (local.get $a))))
          (local.set $t1 (i32x4.add (local.get $t1) (i32x4.dot_i16x8_s (local.get $x) (local.get $b))))
          (local.set $x (v128.load32_splat (local.get $r2)))
          (local.set $s2 (i32x4.add (local.get $s2) (i32x4.dot_i16x8_s (local.get $x) (local.get $a))))
          (local.set $t2 (i32x4.add (local.get $t2) (i32x4.dot_i16x8_s (local.get $x) (local.get $b))))
          (local.set $x (v128.load32_splat (local.get $r3)))
          (local.set $s3 (i32x4.add (local.get $s3) (i32x4.dot_i16x8_s (local.get $x) (local.get $a))))
          (local.set $t3 (i32x4.add (local.get $t3) (i32x4.dot_i16x8_s (local.get $x) (local.get $b))))
          (local.set $a (v128.load offset=32 (local.get $weights)))
          (local.set $b (v128.load offset=48 (local.get $weights)))
          (local.set $x (v128.load32_splat offset=4 (local.get $r0)))
          (local.set $s0 (i32x4.add (local.get $s0) (i32x4.dot_i16x8_s (local.get $x) (local.get $a))))
          (local.set $t0 (i32x4.add (local.get $t0) (i32x4.dot_i16x8_s (local.get $x) (local.get $b))))
          (local.set $x (v128.load32_splat offset=4 (local.get $r1)))
          (local.set $s1 (i32x4.add (local.get $s1) (i32x4.dot_i16x8_s (local.get $x) (local.get $a))))
          (local.set $t1 (i32x4.add (local.get $t1) (i32x4.dot_i16x8_s (local.get $x) (local.get $b))))
          (local.set $x (v128.load32_splat offset=4 (local.get $r2)))
          (local.set $s2 (i32x4.add (local.get $s2) (i32x4.dot_i16x8_s (local.get $x) (local.get $a))))
          (local.set $t2 (i32x4.add (local.get $t2) (i32x4.dot_i16x8_s (local.get $x) (local.get $b))))
          (local.set $x (v128.load32_splat offset=4 (local.get $r3)))
          (local.set $s3 (i32x4.add (local.get $s3) (i32x4.dot_i16x8_s (local.get $x) (local.get $a))))
          (local.set $t3 (i32x4.add (local.get $t3) (i32x4.dot_i16x8_s (local.get $x) (local.get $b))))
          (local.set $r0 (i32.add (local.get $r0) (i32.const 8)))
          (local.set $r1 (i32.add (local.get $r1) (i32.const 8)))
          (local.set $r2 (i32.add (local.get $r2) (i32.const 8)))
          (local.set $r3 (i32.add (local.get $r3) (i32.const 8)))
          (local.set $weights (i32.add (local.get $weights) (i32.const 64)))
          (br_if $each-pair (local.tee $left (i32.sub (local.get $left) (i32.const 4)))))
        (local.set $to
          (i32.add
            (local.get $into)
            (i32.add (i32.mul (local.get $row) (local.get $line)) (i32.shl (local.get $out) (i32.const 2)))))
        (call $two (local.get $s0) (local.get $t0) (local.get $to)
          (local.get $worth) (local.get $row) (local.get $scales) (local.get $bias) (local.get $out))
        (local.set $to (i32.add (local.get $to) (local.get $line)))
        (call $two (local.get $s1) (local.get $t1) (local.get $to)
          (local.get $worth) (i32.add (local.get $row) (i32.const 1)) (local.get $scales) (local.get $bias) (local.get $out))
        (local.set $to (i32.add (local.get $to) (local.get $line)))
        (call $two (local.get $s2) (local.get $t2) (local.get $to)
          (local.get $worth) (i32.add (local.get $row) (i32.const 2)) (local.get $scales) (local.get $bias) (local.get $out))
        (local.set $to (i32.add (local.get $to) (local.get $line)))
        (call $two (local.get $s3) (local.get $t3) (local.get $to)
          (local.get $worth) (i32.add (local.get $row) (i32.const 3)) (local.get $scales) (local.get $bias) (local.get $out))
        (br_if $each-outs
          (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 8))) (local.get $outs))))
      (br_if $each-rows
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 4))) (local.get $rows)))))

  ;; Eight sums of one row, as floats.
  (func $two
    (param $s v128) (param $t v128) (param $to i32)
    (param $worth i32) (param $row i32) (param $scales i32) (param $bias i32) (param $out i32)
    (local $by v128) (local $at i32)
    (local.set $by (v128.load32_splat (i32.add (local.get $worth) (i32.shl (local.get $row) (i32.const 2)))))
    (local.set $at (i32.shl (local.get $out) (i32.const 2)))
    (local.set $scales (i32.add (local.get $scales) (local.get $at)))
    (local.set $bias (i32.add (local.get $bias) (local.get $at)))
    (v128.store (local.get $to)
      (f32x4.add
        (f32x4.mul
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $s)) (local.get $by))
          (v128.load (local.get $scales)))
        (v128.load (local.get $bias))))
    (v128.store offset=16 (local.get $to)
      (f32x4.add
        (f32x4.mul
          (f32x4.mul (f32x4.convert_i32x4_s (local.get $t)) (local.get $by))
          (v128.load offset=16 (local.get $scales)))
        (v128.load offset=16 (local.get $bias)))))

  ;; Each row as whole numbers up to 8191, and what one of them is worth; a row of nothing stays nothing. `wide` is a multiple of 8.
  ;; Beside 3 * 2^22 a float has no room for parts: it rounds halves to the even one, and its last 16 bits are the whole number.
  (func (export "whole") (param $from i32) (param $fine i32) (param $worth i32) (param $rows i32) (param $wide i32)
    (local $row i32) (local $left i32) (local $at i32) (local $most f32) (local $many v128) (local $large v128)
    (local.set $large (v128.const f32x4 12582912 12582912 12582912 12582912))
    (loop $each-row
      (local.set $many (v128.const f32x4 0 0 0 0))
      (local.set $at (local.get $from))
      (local.set $left (local.get $wide))
      (loop $look
        (local.set $many (f32x4.pmax (local.get $many) (f32x4.abs (v128.load (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $look (local.tee $left (i32.sub (local.get $left) (i32.const 4)))))
      (local.set $most (call $most-of (local.get $many)))
      (f32.store
        (i32.add (local.get $worth) (i32.shl (local.get $row) (i32.const 2)))
        (f32.div (local.get $most) (f32.const 8191)))
      (local.set $many
        (f32x4.splat
          (if (result f32) (f32.gt (local.get $most) (f32.const 0))
            (then (f32.div (f32.const 8191) (local.get $most)))
            (else (f32.const 0)))))
      (local.set $left (local.get $wide))
      (loop $round
        (v128.store (local.get $fine)
          (i8x16.shuffle 0 1 4 5 8 9 12 13 16 17 20 21 24 25 28 29
            (f32x4.add (f32x4.mul (v128.load (local.get $from)) (local.get $many)) (local.get $large))
            (f32x4.add (f32x4.mul (v128.load offset=16 (local.get $from)) (local.get $many)) (local.get $large))))
        (local.set $fine (i32.add (local.get $fine) (i32.const 16)))
        (local.set $from (i32.add (local.get $from) (i32.const 32)))
        (br_if $round (local.tee $left (i32.sub (local.get $left) (i32.const 8)))))
      (br_if $each-row
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows)))))

  ;; rows = norm(rows + more): each row brought to one size, then stretched and shifted. `wide` is a multiple of 4.
  (func (export "settle") (param $rows-at i32) (param $more i32) (param $gain i32) (param $bias i32) (param $rows i32) (param $wide i32)
    (local $row i32) (local $left i32) (local $at i32) (local $g i32) (local $b i32)
    (local $sum v128) (local $one v128) (local $middle v128) (local $by v128)
    (loop $each-row
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $at (local.get $rows-at))
      (local.set $left (local.get $wide))
      (loop $add
        (local.set $one (f32x4.add (v128.load (local.get $at)) (v128.load (local.get $more))))
        (v128.store (local.get $at) (local.get $one))
        (local.set $sum (f32x4.add (local.get $sum) (local.get $one)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (local.set $more (i32.add (local.get $more) (i32.const 16)))
        (br_if $add (local.tee $left (i32.sub (local.get $left) (i32.const 4)))))
      (local.set $middle
        (f32x4.splat (f32.div (call $sum-of (local.get $sum)) (f32.convert_i32_u (local.get $wide)))))
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $at (local.get $rows-at))
      (local.set $left (local.get $wide))
      (loop $spread
        (local.set $one (f32x4.sub (v128.load (local.get $at)) (local.get $middle)))
        (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul (local.get $one) (local.get $one))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $spread (local.tee $left (i32.sub (local.get $left) (i32.const 4)))))
      (local.set $by
        (f32x4.splat
          (f32.div
            (f32.const 1)
            (f32.sqrt
              (f32.add
                (f32.div (call $sum-of (local.get $sum)) (f32.convert_i32_u (local.get $wide)))
                (f32.const 1e-12))))))
      (local.set $g (local.get $gain))
      (local.set $b (local.get $bias))
      (local.set $left (local.get $wide))
      (loop $stretch
        (v128.store (local.get $rows-at)
          (f32x4.add
            (f32x4.mul
              (f32x4.mul (f32x4.sub (v128.load (local.get $rows-at)) (local.get $middle)) (local.get $by))
              (v128.load (local.get $g)))
            (v128.load (local.get $b))))
        (local.set $rows-at (i32.add (local.get $rows-at) (i32.const 16)))
        (local.set $g (i32.add (local.get $g) (i32.const 16)))
        (local.set $b (i32.add (local.get $b) (i32.const 16)))
        (br_if $stretch (local.tee $left (i32.sub (local.get $left) (i32.const 4)))))
      (br_if $each-row
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows)))))

  ;; x where it is large, nothing where it is small, smoothly between: x / (1 + exp(-2 sqrt(2 / pi) (x + 0.044715 x^3))). `wide` is a multiple of 4.
  ;; `spare` is room for one row.
  (func (export "bend") (param $at i32) (param $spare i32) (param $rows i32) (param $wide i32)
    (local $from i32) (local $to i32) (local $end i32) (local $x v128)
    (local.set $end (i32.add (local.get $spare) (i32.shl (local.get $wide) (i32.const 2))))
    (loop $each-row
      (local.set $from (local.get $at))
      (local.set $to (local.get $spare))
      (loop $raise
        (local.set $x (v128.load (local.get $from)))
        (v128.store (local.get $to)
          (f32x4.mul
            (local.get $x)
            (f32x4.add
              (v128.const f32x4 1 1 1 1)
              (f32x4.mul
                (f32x4.mul (local.get $x) (local.get $x))
                (v128.const f32x4 0.044715 0.044715 0.044715 0.044715)))))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br_if $raise (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end))))
      (drop (call $raised (local.get $spare) (local.get $end) (f32.const 0) (f32.const -2.302208198144)))
      (local.set $from (local.get $spare))
      (loop $divide
        (v128.store (local.get $at)
          (f32x4.div (v128.load (local.get $at)) (f32x4.add (v128.const f32x4 1 1 1 1) (v128.load (local.get $from)))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $divide (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end))))
      (br_if $each-row (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

  ;; Rows laid as columns: to[number][first + row] = from[row][number]; a column of `to` is `stride` long.
  (func (export "turn") (param $from i32) (param $to i32) (param $rows i32) (param $wide i32) (param $stride i32) (param $first i32)
    (local $row i32) (local $left i32) (local $at i32)
    (local.set $stride (i32.shl (local.get $stride) (i32.const 2)))
    (loop $each-row
      (local.set $at
        (i32.add (local.get $to) (i32.shl (i32.add (local.get $first) (local.get $row)) (i32.const 2))))
      (local.set $left (local.get $wide))
      (loop $each
        (f32.store (local.get $at) (f32.load (local.get $from)))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (local.set $at (i32.add (local.get $at) (local.get $stride)))
        (br_if $each (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (br_if $each-row
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows)))))

  ;; Rows of `heads` times 32 numbers are laid head by head: those of one head, 128 bytes each, `all` of them before those of the next.
  ;; So what one head asks for lies together: rows 1,024 bytes apart would push each other out of the nearest memory.
  (func (export "lay") (param $from i32) (param $to i32) (param $rows i32) (param $heads i32) (param $all i32)
    (local $head i32) (local $place i32) (local $row i32)
    (loop $each-row
      (local.set $head (i32.const 0))
      (local.set $place (i32.add (local.get $to) (i32.shl (local.get $row) (i32.const 7))))
      (loop $each-head
        (v128.store (local.get $place) (v128.load (local.get $from)))
        (v128.store offset=16 (local.get $place) (v128.load offset=16 (local.get $from)))
        (v128.store offset=32 (local.get $place) (v128.load offset=32 (local.get $from)))
        (v128.store offset=48 (local.get $place) (v128.load offset=48 (local.get $from)))
        (v128.store offset=64 (local.get $place) (v128.load offset=64 (local.get $from)))
        (v128.store offset=80 (local.get $place) (v128.load offset=80 (local.get $from)))
        (v128.store offset=96 (local.get $place) (v128.load offset=96 (local.get $from)))
        (v128.store offset=112 (local.get $place) (v128.load offset=112 (local.get $from)))
        (local.set $from (i32.add (local.get $from) (i32.const 128)))
        (local.set $place (i32.add (local.get $place) (i32.shl (local.get $all) (i32.const 7))))
        (br_if $each-head
          (i32.lt_u (local.tee $head (i32.add (local.get $head) (i32.const 1))) (local.get $heads))))
      (br_if $each-row
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows)))))

  ;; What each row takes from all rows it may see, head by head (32 numbers each), two rows at a time. `keys` are columns, `stride` (a multiple of 16) long; `values` are rows of one head, `all` of them before those of the next.
  ;; `seen` is room for two lines of likenesses.
  (func (export "attend")
    (param $queries i32) (param $keys i32) (param $values i32) (param $seen i32) (param $into i32)
    (param $rows i32) (param $count i32) (param $heads i32) (param $stride i32) (param $all i32)
    (local $value i32) (local $head i32) (local $row i32) (local $line i32) (local $of-head i32) (local $at i32) (local $step i32)
    (local.set $line (i32.shl (local.get $heads) (i32.const 7)))
    (local.set $step (i32.shl (local.get $stride) (i32.const 2)))
    (loop $each-head
      (local.set $of-head (i32.shl (local.get $head) (i32.const 7)))
      (local.set $value (i32.add (local.get $values) (i32.mul (local.get $of-head) (local.get $all))))
      (local.set $row (i32.const 0))
      (loop $each-two
        (local.set $at (i32.add (i32.mul (local.get $row) (local.get $line)) (local.get $of-head)))
        (call $likeness
          (i32.add (local.get $queries) (local.get $at)) (local.get $line)
          (i32.add (local.get $keys) (i32.mul (local.get $of-head) (local.get $stride)))
          (local.get $seen) (local.get $count) (local.get $step))
        (call $taken
          (local.get $seen) (local.get $step) (local.get $value)
          (i32.add (local.get $into) (local.get $at)) (local.get $line) (local.get $count))
        (br_if $each-two
          (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 2))) (local.get $rows))))
      (br_if $each-head
        (i32.lt_u (local.tee $head (i32.add (local.get $head) (i32.const 1))) (local.get $heads)))))

  ;; How like two queries, `line` apart, are to each of `count` keys, into two lines of `seen`, `step` apart.
  (func $likeness (param $query i32) (param $line i32) (param $keys i32) (param $seen i32) (param $count i32) (param $step i32)
    (local $at i32) (local $key i32) (local $left i32) (local $one i32) (local $other i32)
    (local $x v128) (local $y v128) (local $k v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (loop $each-sixteen
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $c (v128.const i32x4 0 0 0 0))
      (local.set $d (v128.const i32x4 0 0 0 0))
      (local.set $e (v128.const i32x4 0 0 0 0))
      (local.set $f (v128.const i32x4 0 0 0 0))
      (local.set $g (v128.const i32x4 0 0 0 0))
      (local.set $h (v128.const i32x4 0 0 0 0))
      (local.set $one (local.get $query))
      (local.set $other (i32.add (local.get $query) (local.get $line)))
      (local.set $key (i32.add (local.get $keys) (i32.shl (local.get $at) (i32.const 2))))
      (local.set $left (i32.const 32))
      (loop $each
        (local.set $x (v128.load32_splat (local.get $one)))
        (local.set $y (v128.load32_splat (local.get $other)))
        (local.set $k (v128.load (local.get $key)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $x) (local.get $k))))
        (local.set $e (f32x4.add (local.get $e) (f32x4.mul (local.get $y) (local.get $k))))
        (local.set $k (v128.load offset=16 (local.get $key)))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $x) (local.get $k))))
        (local.set $f (f32x4.add (local.get $f) (f32x4.mul (local.get $y) (local.get $k))))
        (local.set $k (v128.load offset=32 (local.get $key)))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $x) (local.get $k))))
        (local.set $g (f32x4.add (local.get $g) (f32x4.mul (local.get $y) (local.get $k))))
        (local.set $k (v128.load offset=48 (local.get $key)))
        (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $x) (local.get $k))))
        (local.set $h (f32x4.add (local.get $h) (f32x4.mul (local.get $y) (local.get $k))))
        (local.set $one (i32.add (local.get $one) (i32.const 4)))
        (local.set $other (i32.add (local.get $other) (i32.const 4)))
        (local.set $key (i32.add (local.get $key) (local.get $step)))
        (br_if $each (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $one (i32.add (local.get $seen) (i32.shl (local.get $at) (i32.const 2))))
      (local.set $other (i32.add (local.get $one) (local.get $step)))
      (v128.store (local.get $one) (local.get $a))
      (v128.store offset=16 (local.get $one) (local.get $b))
      (v128.store offset=32 (local.get $one) (local.get $c))
      (v128.store offset=48 (local.get $one) (local.get $d))
      (v128.store (local.get $other) (local.get $e))
      (v128.store offset=16 (local.get $other) (local.get $f))
      (v128.store offset=32 (local.get $other) (local.get $g))
      (v128.store offset=48 (local.get $other) (local.get $h))
      (br_if $each-sixteen
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $count)))))

  ;; Likenesses to `count` keys become exp((likeness - the most) / sqrt(32)); gives one over their sum.
  (func $parts-of (param $seen i32) (param $count i32) (result f32)
    (local $at i32) (local $end i32) (local $most v128)
    ;; What lies beyond, up to a multiple of four, is no key: as unlike as can be.
    (local.set $at (i32.add (local.get $seen) (i32.shl (local.get $count) (i32.const 2))))
    (v128.store (local.get $at) (v128.const f32x4 -1e30 -1e30 -1e30 -1e30))
    (local.set $end (i32.add (local.get $seen) (i32.and (i32.add (i32.shl (local.get $count) (i32.const 2)) (i32.const 15)) (i32.const -16))))
    (local.set $most (v128.const f32x4 -1e30 -1e30 -1e30 -1e30))
    (local.set $at (local.get $seen))
    (loop $look
      (local.set $most (f32x4.pmax (local.get $most) (v128.load (local.get $at))))
      (br_if $look (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (f32.div
      (f32.const 1)
      (call $raised (local.get $seen) (local.get $end) (call $most-of (local.get $most)) (f32.const 0.255034861649))))

  ;; Of `count` values the means of two rows, each value as much as its likeness says: half a head at a time, so that each value is fetched once for both rows.
  (func $taken (param $seen i32) (param $step i32) (param $value i32) (param $to i32) (param $line i32) (param $count i32)
    (local $other i32) (local $one i32) (local $from i32) (local $left i32) (local $halves i32)
    (local $first v128) (local $second v128) (local $x v128) (local $y v128) (local $k v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (local.set $first (f32x4.splat (call $parts-of (local.get $seen) (local.get $count))))
    (local.set $second (f32x4.splat (call $parts-of (i32.add (local.get $seen) (local.get $step)) (local.get $count))))
    (local.set $other (i32.add (local.get $to) (local.get $line)))
    (local.set $halves (i32.const 2))
    (loop $each-half
      (local.set $one (local.get $seen))
      (local.set $from (local.get $value))
      (local.set $left (local.get $count))
      (local.set $a (v128.const f32x4 0 0 0 0))
      (local.set $b (v128.const f32x4 0 0 0 0))
      (local.set $c (v128.const f32x4 0 0 0 0))
      (local.set $d (v128.const f32x4 0 0 0 0))
      (local.set $e (v128.const f32x4 0 0 0 0))
      (local.set $f (v128.const f32x4 0 0 0 0))
      (local.set $g (v128.const f32x4 0 0 0 0))
      (local.set $h (v128.const f32x4 0 0 0 0))
      (loop $each
        (local.set $x (v128.load32_splat (local.get $one)))
        (local.set $y (v128.load32_splat (i32.add (local.get $one) (local.get $step))))
        (local.set $k (v128.load (local.get $from)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $x) (local.get $k))))
        (local.set $e (f32x4.add (local.get $e) (f32x4.mul (local.get $y) (local.get $k))))
        (local.set $k (v128.load offset=16 (local.get $from)))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $x) (local.get $k))))
        (local.set $f (f32x4.add (local.get $f) (f32x4.mul (local.get $y) (local.get $k))))
        (local.set $k (v128.load offset=32 (local.get $from)))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $x) (local.get $k))))
        (local.set $g (f32x4.add (local.get $g) (f32x4.mul (local.get $y) (local.get $k))))
        (local.set $k (v128.load offset=48 (local.get $from)))
        (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $x) (local.get $k))))
        (local.set $h (f32x4.add (local.get $h) (f32x4.mul (local.get $y) (local.get $k))))
        (local.set $one (i32.add (local.get $one) (i32.const 4)))
        (local.set $from (i32.add (local.get $from) (i32.const 128)))
        (br_if $each (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (v128.store (local.get $to) (f32x4.mul (local.get $a) (local.get $first)))
      (v128.store offset=16 (local.get $to) (f32x4.mul (local.get $b) (local.get $first)))
      (v128.store offset=32 (local.get $to) (f32x4.mul (local.get $c) (local.get $first)))
      (v128.store offset=48 (local.get $to) (f32x4.mul (local.get $d) (local.get $first)))
      (v128.store (local.get $other) (f32x4.mul (local.get $e) (local.get $second)))
      (v128.store offset=16 (local.get $other) (f32x4.mul (local.get $f) (local.get $second)))
      (v128.store offset=32 (local.get $other) (f32x4.mul (local.get $g) (local.get $second)))
      (v128.store offset=48 (local.get $other) (f32x4.mul (local.get $h) (local.get $second)))
      (local.set $value (i32.add (local.get $value) (i32.const 64)))
      (local.set $to (i32.add (local.get $to) (i32.const 64)))
      (local.set $other (i32.add (local.get $other) (i32.const 64)))
      (br_if $each-half (local.tee $halves (i32.sub (local.get $halves) (i32.const 1))))))

  ;; What stands in every step of the next sum. They never change; but as `mut` they are fetched once and stay, while a constant within a loop is built anew each time round.
  (global $least (mut v128) (v128.const f32x4 -126 -126 -126 -126))
  (global $utmost (mut v128) (v128.const f32x4 126 126 126 126))
  (global $large (mut v128) (v128.const f32x4 12582912 12582912 12582912 12582912))
  (global $unit (mut v128) (v128.const f32x4 1 1 1 1))
  (global $p5 (mut v128) (v128.const f32x4 0.001333355815 0.001333355815 0.001333355815 0.001333355815))
  (global $p4 (mut v128) (v128.const f32x4 0.009618129108 0.009618129108 0.009618129108 0.009618129108))
  (global $p3 (mut v128) (v128.const f32x4 0.055504108665 0.055504108665 0.055504108665 0.055504108665))
  (global $p2 (mut v128) (v128.const f32x4 0.240226506959 0.240226506959 0.240226506959 0.240226506959))
  (global $p1 (mut v128) (v128.const f32x4 0.693147180560 0.693147180560 0.693147180560 0.693147180560))
  (global $middle-bits (mut v128) (v128.const i32x4 127 127 127 127))

  ;; Each number from `at` to `end` becomes 2^((number - less) * by), to a few millionths of it, and no less than 2^-126: 2^n times a sum of five powers of what is left. Gives their sum.
  ;; All in one loop: called for every four numbers, it would take three times as long.
  (func $raised (param $at i32) (param $end i32) (param $less f32) (param $by f32) (result f32)
    (local $x v128) (local $bits v128) (local $one v128) (local $sum v128) (local $first v128) (local $scale v128)
    (local $least v128)    (local $utmost v128)    (local $large v128)    (local $unit v128)
    (local $p5 v128)    (local $p4 v128)    (local $p3 v128)    (local $p2 v128)    (local $p1 v128)
    (local $middle-bits v128)
    (local.set $least (global.get $least))
    (local.set $utmost (global.get $utmost))
    (local.set $large (global.get $large))
    (local.set $unit (global.get $unit))
    (local.set $p5 (global.get $p5))
    (local.set $p4 (global.get $p4))
    (local.set $p3 (global.get $p3))
    (local.set $p2 (global.get $p2))
    (local.set $p1 (global.get $p1))
    (local.set $middle-bits (global.get $middle-bits))
    (local.set $first (f32x4.splat (local.get $less)))
    (local.set $scale (f32x4.splat (local.get $by)))
    (loop $each
      (local.set $x (f32x4.mul (f32x4.sub (v128.load (local.get $at)) (local.get $first)) (local.get $scale)))
      (local.set $x (f32x4.pmin (local.get $utmost) (f32x4.pmax (local.get $least) (local.get $x))))
      ;; Beside 3 * 2^22 only whole numbers have room: the nearest one, in the last bits.
      (local.set $bits (f32x4.add (local.get $x) (local.get $large)))
      (local.set $x (f32x4.sub (local.get $x) (f32x4.sub (local.get $bits) (local.get $large))))
      (local.set $one (f32x4.add (f32x4.mul (local.get $p5) (local.get $x)) (local.get $p4)))
      (local.set $one (f32x4.add (f32x4.mul (local.get $one) (local.get $x)) (local.get $p3)))
      (local.set $one (f32x4.add (f32x4.mul (local.get $one) (local.get $x)) (local.get $p2)))
      (local.set $one (f32x4.add (f32x4.mul (local.get $one) (local.get $x)) (local.get $p1)))
      (local.set $one (f32x4.add (f32x4.mul (local.get $one) (local.get $x)) (local.get $unit)))
      (local.set $one
        (f32x4.mul (local.get $one) (i32x4.shl (i32x4.add (local.get $bits) (local.get $middle-bits)) (i32.const 23))))
      (v128.store (local.get $at) (local.get $one))
      (local.set $sum (f32x4.add (local.get $sum) (local.get $one)))
      (br_if $each (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (call $sum-of (local.get $sum)))

  (func $sum-of (param $x v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $x)) (f32x4.extract_lane 1 (local.get $x)))
      (f32.add (f32x4.extract_lane 2 (local.get $x)) (f32x4.extract_lane 3 (local.get $x)))))

  (func $most-of (param $x v128) (result f32)
    (f32.max
      (f32.max (f32x4.extract_lane 0 (local.get $x)) (f32x4.extract_lane 1 (local.get $x)))
      (f32.max (f32x4.extract_lane 2 (local.get $x)) (f32x4.extract_lane 3 (local.get $x))))))
