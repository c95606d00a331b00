"""What compare.py works out: `python3 -m unittest` in this folder."""

import tempfile
import unittest
from argparse import Namespace
from pathlib import Path

from compare import (
    Program, Run, bring_into_cache, comparison_rows, growth_rows, measure_output, median_run, ratio,
    remove_made, run, table)


class ComputingTests(unittest.TestCase):
    def test_each_median_is_taken_by_itself(self):
        runs = [Run(3, 10, 200, 5), Run(1, 30, 100, 5), Run(2, 20, 300, 7)]
        self.assertEqual(median_run(runs), Run(2, 20, 200, 5))

    def test_a_ratio_says_how_much_more_the_other_takes(self):
        self.assertEqual(ratio(10, 4), "2.5")
        self.assertEqual(ratio(1, 0), "–")

    def test_every_program_has_a_row_and_the_others_a_ratio(self):
        results = [("own", Run(1, 2, 100, 3)), ("other", Run(8, 24, 1_500, 4))]
        self.assertEqual(comparison_rows("10, cold", results), [
            ["10, cold", "own", "1.00", "2.00", "100", "3"],
            ["", "other", "8.00", "24.00", "1,500", "4"],
            ["", "**other ÷ own**", "**8.0**", "**12.0**", "**15.0**", ""],
        ])

    def test_growth_is_held_against_the_first_size(self):
        rows = growth_rows([(1_000, Run(1, 2, 50)), (10_000, Run(12, 24, 400))])
        self.assertEqual([row[-1] for row in rows], ["+0 %", "+20 %"])
        self.assertEqual([row[4] for row in rows], ["2.00", "2.40"])

    def test_tables_are_markdown(self):
        self.assertEqual(table(["a", "b"], [[1, 2]]), "| a | b |\n| --- | --- |\n| 1 | 2 |")


class MeasuringTests(unittest.TestCase):
    def test_a_run_counts_the_processor_time_of_the_command(self):
        taken = run(["python3", "-c", "sum(range(3_000_000))"], ".")
        self.assertGreater(taken.cpu, 0)
        self.assertGreater(taken.memory, 1)

    def test_a_command_that_fails_ends_everything(self):
        with self.assertRaises(SystemExit):
            run(["python3", "-c", "import sys; sys.exit(3)"], ".")

    def test_what_is_brought_into_the_cache_is_not_held(self):
        with tempfile.TemporaryDirectory() as folder:
            large = Path(folder) / "large"
            large.write_bytes(bytes(64_000_000))
            small = run(["true"], ".").memory
            bring_into_cache([large])
            self.assertLess(run(["true"], ".").memory, small + 32)

    def test_files_left_alone_do_not_count_as_written(self):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            program = Program(
                "touch", ["sh", "-c", "mkdir -p out; [ -e out/a ] || echo a > out/a; echo b > out/b.html"],
                site, site / "out")
            self.assertEqual(program.build(keeping=False).written, 2)
            self.assertEqual(program.build(keeping=True).written, 1)
            self.assertEqual(measure_output(site / "out").pages, 1)

    def test_a_cold_build_begins_without_output_and_removes_none(self):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            program = Program("touch", ["sh", "-c", "mkdir out && echo a > out/a"], site, site / "out")
            for _ in range(3):
                self.assertEqual(program.build(keeping=False).written, 1)
            self.assertEqual(len(list(site.glob("out*/a"))), 3)

    def test_what_others_keep_in_the_folder_stays(self):
        with tempfile.TemporaryDirectory() as folder:
            work = Path(folder)
            for name in ("1000/sitegen", "seeds-output.aside-0", "mine"):
                (work / name).mkdir(parents=True)
            remove_made(Namespace(work=work, sizes=[1_000]))
            self.assertEqual([path.name for path in work.iterdir()], ["mine"])


if __name__ == "__main__":
    unittest.main()
