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
  (func (export "whole") (param $from i32) (param $fine i32) (param $worth i32) (param $rows i32) (param $wide i32)
    (local $row i32) (local $left i32) (local $at i32) (local $most f32) (local $many v128)
    (loop $each-row
      (local.set $many (v128.const f32x4 0 0 0 0))
      (local.set $at (local.get $from))
      (local.set $left (local.get $wide))
      (loop $look
        (local.set $many (f32x4.max (local.get $many) (f32x4.abs (v128.load (local.get $at)))))
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
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (v128.load (local.get $from)) (local.get $many))))
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (v128.load offset=16 (local.get $from)) (local.get $many))))))
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

  ;; x where it is large, nothing where it is small, smoothly between: x / (1 + exp(-2 sqrt(2 / pi) (x + 0.044715 x^3))). `count` is a multiple of 4.
  (func (export "bend") (param $at i32) (param $count i32)
    (local $x v128)
    (loop $each
      (local.set $x (v128.load (local.get $at)))
      (v128.store (local.get $at)
        (f32x4.div
          (local.get $x)
          (f32x4.add
            (v128.const f32x4 1 1 1 1)
            (call $raised
              (f32x4.mul
                (f32x4.mul
                  (local.get $x)
                  (f32x4.add
                    (v128.const f32x4 1 1 1 1)
                    (f32x4.mul
                      (f32x4.mul (local.get $x) (local.get $x))
                      (v128.const f32x4 0.044715 0.044715 0.044715 0.044715))))
                (v128.const f32x4 -1.5957691216057308 -1.5957691216057308 -1.5957691216057308 -1.5957691216057308))))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $each (local.tee $count (i32.sub (local.get $count) (i32.const 4))))))

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

  ;; What each row takes from all rows it may see, head by head (32 numbers each), two rows at a time. `keys` are columns, `stride` (a multiple of 16) long; `values` are rows.
  ;; `seen` is room for two lines of likenesses.
  (func (export "attend")
    (param $queries i32) (param $keys i32) (param $values i32) (param $seen i32) (param $into i32)
    (param $rows i32) (param $count i32) (param $heads i32) (param $stride i32)
    (local $head i32) (local $row i32) (local $line i32) (local $of-head i32) (local $at i32) (local $step i32)
    (local.set $line (i32.shl (local.get $heads) (i32.const 7)))
    (local.set $step (i32.shl (local.get $stride) (i32.const 2)))
    (loop $each-head
      (local.set $of-head (i32.shl (local.get $head) (i32.const 7)))
      (local.set $row (i32.const 0))
      (loop $each-two
        (local.set $at (i32.add (i32.mul (local.get $row) (local.get $line)) (local.get $of-head)))
        (call $likeness
          (i32.add (local.get $queries) (local.get $at)) (local.get $line)
          (i32.add (local.get $keys) (i32.mul (local.get $of-head) (local.get $stride)))
          (local.get $seen) (local.get $count) (local.get $step))
        (call $taken
          (local.get $seen)
          (i32.add (local.get $values) (local.get $of-head))
          (i32.add (local.get $into) (local.get $at))
          (local.get $count) (local.get $line))
        (call $taken
          (i32.add (local.get $seen) (local.get $step))
          (i32.add (local.get $values) (local.get $of-head))
          (i32.add (local.get $into) (i32.add (local.get $at) (local.get $line)))
          (local.get $count) (local.get $line))
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
    (local $at i32) (local $end i32) (local $x v128) (local $most v128) (local $sum v128)
    ;; What lies beyond, up to a multiple of four, is no key: as unlike as can be.
    (local.set $at (i32.add (local.get $seen) (i32.shl (local.get $count) (i32.const 2))))
    (v128.store (local.get $at) (v128.const f32x4 -1e30 -1e30 -1e30 -1e30))
    (local.set $end (i32.add (local.get $seen) (i32.and (i32.add (i32.shl (local.get $count) (i32.const 2)) (i32.const 15)) (i32.const -16))))
    (local.set $most (v128.const f32x4 -1e30 -1e30 -1e30 -1e30))
    (local.set $at (local.get $seen))
    (loop $look
      (local.set $most (f32x4.max (local.get $most) (v128.load (local.get $at))))
      (br_if $look (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.set $most (f32x4.splat (call $most-of (local.get $most))))
    (local.set $at (local.get $seen))
    (loop $raise
      (local.set $x
        (call $raised
          (f32x4.mul
            (f32x4.sub (v128.load (local.get $at)) (local.get $most))
            (v128.const f32x4 0.17677669529663687 0.17677669529663687 0.17677669529663687 0.17677669529663687))))
      (v128.store (local.get $at) (local.get $x))
      (local.set $sum (f32x4.add (local.get $sum) (local.get $x)))
      (br_if $raise (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (f32.div (f32.const 1) (call $sum-of (local.get $sum))))

  ;; The mean of `count` values, each as much as its likeness says.
  (func $taken (param $seen i32) (param $value i32) (param $to i32) (param $count i32) (param $step i32)
    (local $x v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $e v128) (local $f v128) (local $g v128) (local $h v128) (local $by f32)
    (local.set $by (call $parts-of (local.get $seen) (local.get $count)))
    (loop $each
      (local.set $x (v128.load32_splat (local.get $seen)))
      (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $x) (v128.load (local.get $value)))))
      (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $x) (v128.load offset=16 (local.get $value)))))
      (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $x) (v128.load offset=32 (local.get $value)))))
      (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $x) (v128.load offset=48 (local.get $value)))))
      (local.set $e (f32x4.add (local.get $e) (f32x4.mul (local.get $x) (v128.load offset=64 (local.get $value)))))
      (local.set $f (f32x4.add (local.get $f) (f32x4.mul (local.get $x) (v128.load offset=80 (local.get $value)))))
      (local.set $g (f32x4.add (local.get $g) (f32x4.mul (local.get $x) (v128.load offset=96 (local.get $value)))))
      (local.set $h (f32x4.add (local.get $h) (f32x4.mul (local.get $x) (v128.load offset=112 (local.get $value)))))
      (local.set $seen (i32.add (local.get $seen) (i32.const 4)))
      (local.set $value (i32.add (local.get $value) (local.get $step)))
      (br_if $each (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))
    (local.set $x (f32x4.splat (local.get $by)))
    (v128.store (local.get $to) (f32x4.mul (local.get $a) (local.get $x)))
    (v128.store offset=16 (local.get $to) (f32x4.mul (local.get $b) (local.get $x)))
    (v128.store offset=32 (local.get $to) (f32x4.mul (local.get $c) (local.get $x)))
    (v128.store offset=48 (local.get $to) (f32x4.mul (local.get $d) (local.get $x)))
    (v128.store offset=64 (local.get $to) (f32x4.mul (local.get $e) (local.get $x)))
    (v128.store offset=80 (local.get $to) (f32x4.mul (local.get $f) (local.get $x)))
    (v128.store offset=96 (local.get $to) (f32x4.mul (local.get $g) (local.get $x)))
    (v128.store offset=112 (local.get $to) (f32x4.mul (local.get $h) (local.get $x))))

  ;; e^x of four numbers, to a few millionths of it: 2^n times a sum of five powers of what is left.
  (func $raised (param $x v128) (result v128)
    (local $n v128) (local $sum v128)
    (local.set $x
      (f32x4.min (v128.const f32x4 87 87 87 87) (f32x4.max (v128.const f32x4 -87 -87 -87 -87) (local.get $x))))
    (local.set $n
      (f32x4.nearest
        (f32x4.mul (local.get $x) (v128.const f32x4 1.4426950408889634 1.4426950408889634 1.4426950408889634 1.4426950408889634))))
    (local.set $x
      (f32x4.sub
        (f32x4.sub (local.get $x) (f32x4.mul (local.get $n) (v128.const f32x4 0.693359375 0.693359375 0.693359375 0.693359375)))
        (f32x4.mul (local.get $n) (v128.const f32x4 -2.12194440e-4 -2.12194440e-4 -2.12194440e-4 -2.12194440e-4))))
    (local.set $sum (v128.const f32x4 0.008333333333 0.008333333333 0.008333333333 0.008333333333))
    (local.set $sum
      (f32x4.add (f32x4.mul (local.get $sum) (local.get $x)) (v128.const f32x4 0.041666666667 0.041666666667 0.041666666667 0.041666666667)))
    (local.set $sum
      (f32x4.add (f32x4.mul (local.get $sum) (local.get $x)) (v128.const f32x4 0.166666666667 0.166666666667 0.166666666667 0.166666666667)))
    (local.set $sum
      (f32x4.add (f32x4.mul (local.get $sum) (local.get $x)) (v128.const f32x4 0.5 0.5 0.5 0.5)))
    (local.set $sum
      (f32x4.add (f32x4.mul (local.get $sum) (local.get $x)) (v128.const f32x4 1 1 1 1)))
    (local.set $sum
      (f32x4.add (f32x4.mul (local.get $sum) (local.get $x)) (v128.const f32x4 1 1 1 1)))
    (f32x4.mul
      (local.get $sum)
      (i32x4.shl
        (i32x4.add (i32x4.trunc_sat_f32x4_s (local.get $n)) (v128.const i32x4 127 127 127 127))
        (i32.const 23))))

  (func $sum-of (param $x v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $x)) (f32x4.extract_lane 1 (local.get $x)))
      (f32.add (f32x4.extract_lane 2 (local.get $x)) (f32x4.extract_lane 3 (local.get $x)))))

  (func $most-of (param $x v128) (result f32)
    (f32.max
      (f32.max (f32x4.extract_lane 0 (local.get $x)) (f32x4.extract_lane 1 (local.get $x)))
      (f32.max (f32x4.extract_lane 2 (local.get $x)) (f32x4.extract_lane 3 (local.get $x))))))
