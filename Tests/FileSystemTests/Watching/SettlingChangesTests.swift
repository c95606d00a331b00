import Testing

@testable import FileSystem

struct SettlingChangesTests {
  struct Save: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Kind and path of each step, one millisecond apart from 0.
    let steps: [(SettlingChanges.Kind, String)]
    let due: Int?
    let paths: Set<String>
  }

  static let saves = [
    Save(testDescription: "nothing", steps: [], due: nil, paths: []),
    Save(
      testDescription: "written and closed",
      steps: [(.underway, "a"), (.completed, "a")],
      due: 1 + SettlingChanges.calm,
      paths: ["a"]
    ),
    Save(
      testDescription: "written and still open",
      steps: [(.completed, "a"), (.underway, "a")],
      due: 1 + SettlingChanges.patience,
      paths: ["a"]
    ),
    Save(
      testDescription: "written beside and renamed into place",
      steps: [(.begun, "b"), (.underway, "b"), (.completed, "b"), (.gone, "b"), (.completed, "a")],
      due: 4 + SettlingChanges.calm,
      paths: ["a"]
    ),
    Save(
      testDescription: "moved away, written anew, copy removed",
      steps: [
        (.begun, "4913"), (.gone, "4913"), (.gone, "a"), (.begun, "a"), (.underway, "a"),
        (.completed, "a"),
      ],
      due: 5 + SettlingChanges.calm,
      paths: ["a"]
    ),
    Save(
      testDescription: "removed, and perhaps coming back",
      steps: [(.gone, "a")],
      due: SettlingChanges.patience,
      paths: ["a"]
    ),
    Save(
      testDescription: "removed, came back, removed again",
      steps: [(.gone, "a"), (.begun, "a"), (.gone, "a")],
      due: 2 + SettlingChanges.patience,
      paths: ["a"]
    ),
    Save(
      testDescription: "one file done, another underway",
      steps: [(.begun, "b"), (.completed, "a")],
      due: 1 + SettlingChanges.patience,
      paths: ["a", "b"]
    ),
  ]

  @Test(arguments: saves)
  func aSaveIsTakenWhenItsLastStepIsDone(save: Save) {
    var settling = SettlingChanges()
    for (moment, step) in save.steps.enumerated() {
      settling.add(SettlingChanges.Step(path: step.1, kind: step.0), at: moment)
    }
    #expect(settling.dueTime == save.due)
    #expect(settling.take() == save.paths)
    #expect(settling.isEmpty)
  }

  @Test func endlessWritingIsTakenInTheEnd() {
    var settling = SettlingChanges()
    for moment in stride(from: 0, to: 2000, by: 10) {
      settling.add(SettlingChanges.Step(path: "a", kind: .underway), at: moment)
    }
    #expect(settling.dueTime == SettlingChanges.limit)
  }
}
