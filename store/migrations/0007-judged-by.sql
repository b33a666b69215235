-- Which rules, in which versions, judged last: where others come with an update, everything is judged anew.

set role {{tables}};

alter table knowledge_marks add column rules text;

reset role;
