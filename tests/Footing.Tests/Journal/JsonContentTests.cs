using System.Text;
using System.Text.Json;
using Footing.Journal;

namespace Footing.Tests.Journal;

public sealed class JsonContentTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """{ "b" : [ 1, 2 ], "a" : 1 }""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"c":2,"b":1}}""")]
    [InlineData("1", "1.0")]
    [InlineData("100", "1e2")]
    [InlineData("0", "-0.0")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890.000")]
    [InlineData("\"\\u00e9\\/\"", "\"é/\"")]
    [InlineData("""{"\u0061":true}""", """{"a":true}""")]
    [InlineData("1e999999999", "10e999999998")]
    [InlineData("0.01E-999999999", "1e-1000000001")]
    [InlineData("0e999999999", "-0")]
    [InlineData("1e99999999999999999999999999", "1.0e99999999999999999999999999")]
    [InlineData("""{"a":1e999999999,"b":1}""", """{"b":1,"a":1e999999999}""")]
    [InlineData("""{"a":"\ud800","b":1}""", """{"b":1,"a":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"b":1}""", """{"b":1,"\ud800":1}""")]
    public void Equal_values_are_the_same_content(string one, string other) => Same(one, other).ShouldBeTrue();

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("1", "\"1\"")]
    [InlineData("null", "false")]
    [InlineData("\"a\"", "\"A\"")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891")]
    [InlineData("0.1", "0.10000000000000000000000000000000001")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2,"a":2}""")]
    [InlineData("\"\\ud800\"", "\"\\ud801\"")]
    [InlineData("1e999999999", "1e999999998")]
    [InlineData("1e999999999", "-1e999999999")]
    [InlineData("1e-999999999", "0")]
    [InlineData("""{"a":1e999999999}""", """{"a":1}""")]
    [InlineData("""{"\ud800":1}""", """{"\\ud800":1}""")]
    [InlineData("""{"a":1,"a":1}""", """{"a":1}""")]
    public void Different_values_are_not(string one, string other) => Same(one, other).ShouldBeFalse();

    [Fact]
    public void What_is_not_JSON_is_a_caller_s_mistake() => Should.Throw<JsonException>(() => Same("{", "1"));

    [Theory]
    [InlineData("{\r\n \"a\":\n1}\n", "{   \"a\": 1} ")]
    [InlineData("{\"a\":\"b\\n\"}", "{\"a\":\"b\\n\"}")]
    public void Line_breaks_between_the_parts_become_spaces(string json, string line) =>
        Encoding.UTF8.GetString(JsonContent.OnOneLine(Encoding.UTF8.GetBytes(json)).Span).ShouldBe(line);

    private static bool Same(string one, string other) =>
        JsonContent.Same(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    [Theory]
    [InlineData("""{"id":"a","at":"9","what":"fall"}""", """{"what":"fall","at":"10","id":"b"}""", true)]
    [InlineData("""{"id":"a","at":"9","pain":4}""", """{"id":"a","pain":4.0}""", true)]
    [InlineData("""{"id":"a","what":"fall"}""", """{"id":"a","what":"cramp"}""", false)]
    [InlineData("""{"id":"a","what":"fall"}""", """{"id":"a","what":"fall","note":"x"}""", false)]
    [InlineData("""{"id":"a","with":{"at":"9"}}""", """{"id":"a","with":{"at":"10"}}""", false)]
    [InlineData("""{"id":"a","note":"\ud800"}""", """{"id":"b","note":"\ud800"}""", true)]
    [InlineData("""{"id":"a","note":"\ud800"}""", """{"id":"a","note":"\ud800"}""", true)]
    public void Members_that_are_passed_over_make_no_difference(string one, string other, bool same) =>
        JsonContent.SameButFor(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other), "id", "at").ShouldBe(same);
}
